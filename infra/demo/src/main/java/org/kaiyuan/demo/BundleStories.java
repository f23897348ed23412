package org.kaiyuan.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.kaiyuan.delegation.WhyNot;
import org.kaiyuan.services.CaseAct;
import org.kaiyuan.services.CaseCourse;
import org.kaiyuan.services.CaseOutcome;
import org.kaiyuan.services.CaseState;
import org.kaiyuan.services.LetterKind;
import org.kaiyuan.services.Material;
import org.kaiyuan.services.MaterialState;
import org.kaiyuan.services.ServiceNote;
import org.kaiyuan.services.StepKind;
import org.kaiyuan.services.WaitingFor;

/** Made-up cases of a bundle (一件事): each with the cases of its parts, which are decided one by one. */
final class BundleStories {
    /** Of each one case. */
    private static final List<CaseState> STATES =
            List.of(
                    CaseState.SUBMITTED,
                    CaseState.SUPPLEMENT,
                    CaseState.ACCEPTED,
                    CaseState.ACCEPTED,
                    CaseState.DECIDED,
                    CaseState.DELIVERED,
                    CaseState.ARCHIVED,
                    CaseState.WITHDRAWN);

    /** Working days until the shortest of the parts is due, after which none of these cases is late. */
    private static final int SOON = 2;

    private final ServiceStories.DemoService bundle;
    private final List<ServiceStories.DemoService> parts;
    private final Map<String, CaseStories.Held> held;
    private final CaseStories.Clerk clerk;
    private final CaseDays days;
    private final Draws draws;

    BundleStories(
            ServiceStories.DemoService bundle,
            List<ServiceStories.DemoService> all,
            Map<String, CaseStories.Held> held,
            CaseStories.Clerk clerk,
            CaseDays days,
            Draws draws) {
        this.parts =
                bundle.note().parts().stream()
                        .map(id ->
                                all.stream()
                                        .filter(one -> one.id().equals(id))
                                        .findFirst()
                                        .orElseThrow())
                        .toList();
        this.bundle = whole(bundle, this.parts);
        this.held = held;
        this.clerk = clerk;
        this.days = days;
        this.draws = draws;
    }

    /** @param enterprises one for each, again and again */
    List<CaseStory> of(List<DemoEnterprise> enterprises, long ordinal) {
        var all = new ArrayList<CaseStory>();
        for (int i = 0; i < STATES.size(); i++) {
            all.addAll(
                    story(
                            STATES.get(i),
                            i,
                            enterprises.get(i % enterprises.size()),
                            ordinal + all.size()));
        }
        return all;
    }

    /** A paper that several parts ask for is handed in once, under the key that the product gives it. */
    private static ServiceStories.DemoService whole(
            ServiceStories.DemoService bundle, List<ServiceStories.DemoService> parts) {
        Map<String, Material> byName = new LinkedHashMap<>();
        bundle.note().materials().forEach(one -> byName.put(one.name(), one));
        for (int i = 0; i < parts.size(); i++) {
            for (var one : parts.get(i).note().materials()) {
                byName.putIfAbsent(one.name(), keyed(one, (i + 1) + "." + one.key()));
            }
        }
        var note = bundle.note();
        return new ServiceStories.DemoService(
                bundle.id(),
                bundle.code(),
                bundle.track(),
                bundle.matter(),
                new ServiceNote(
                        note.guide(),
                        note.english(),
                        note.grounds(),
                        List.copyOf(byName.values()),
                        note.kind(),
                        note.statutoryDays(),
                        note.promisedDays(),
                        note.modes(),
                        note.visits(),
                        note.window(),
                        note.topics(),
                        note.form(),
                        note.procedure(),
                        note.letters(),
                        note.parts()));
    }

    private static Material keyed(Material one, String key) {
        return new Material(
                key,
                one.name(),
                one.nameEn(),
                one.originals(),
                one.copies(),
                one.required(),
                one.deferrable(),
                one.held(),
                one.remark(),
                one.when(),
                List.of());
    }

    private List<CaseStory> story(
            CaseState state, int number, DemoEnterprise enterprise, long ordinal) {
        var contact = enterprise.contacts().isEmpty() ? null : enterprise.contacts().getFirst();
        var submitted =
                switch (state) {
                    case SUBMITTED, WITHDRAWN -> days.back(1);
                    case SUPPLEMENT -> days.back(3);
                    case ACCEPTED, DECIDED -> days.back(SOON + 1);
                    default -> days.longAgo(draws);
                };
        var all = new ArrayList<CaseStory>();
        for (int i = 0; i <= parts.size(); i++) {
            var story =
                    new CaseStory(
                            draws.id(ordinal + i),
                            i == 0 ? bundle : parts.get(i - 1),
                            enterprise,
                            contact == null ? "经办人" : contact.name(),
                            contact == null ? "13800000000" : contact.phone(),
                            submitted);
            story.step = StepKind.PRECHECK;
            if (i > 0) {
                story.partOf = all.getFirst();
                story.partNumber = i;
            }
            story.service
                    .note()
                    .materials()
                    .forEach(one ->
                            story.materials.put(
                                    one.key(),
                                    one.held() ? MaterialState.HELD : MaterialState.HANDED_IN));
            all.add(story);
        }
        var whole = all.getFirst();
        whole.happens(CaseAct.SUBMIT, StepKind.APPLY, submitted, whole.applicant, null, true);
        if (state != CaseState.SUBMITTED) {
            all.forEach(one -> {
                one.owner = clerk.username();
                one.ownerName = clerk.name();
            });
            goOn(all, state, number);
        }
        return all;
    }

    private void goOn(List<CaseStory> all, CaseState state, int number) {
        var whole = all.getFirst();
        var on = days.later(whole.submitted, 1);
        whole.happens(CaseAct.PRECHECK, StepKind.PRECHECK, on, clerk.name(), null, false);
        switch (state) {
            case SUPPLEMENT -> ask(all, on);
            case WITHDRAWN -> {
                all.forEach(one -> {
                    one.happens(
                            CaseAct.WITHDRAW, one.step, on, one.applicant, "项目计划调整，暂不办理。", true);
                    one.end(CaseState.WITHDRAWN, one.step, on);
                });
            }
            default -> {
                accept(all, days.later(whole.submitted, SOON));
                if (state == CaseState.ACCEPTED) {
                    if (number % 2 == 1) { // the first of them has gone before the others
                        all.get(1).decided(true, days.later(all.get(1).accepted, 1));
                        settle(all);
                    }
                } else {
                    finish(all, state);
                }
            }
        }
    }

    private void ask(List<CaseStory> all, LocalDate on) {
        var whole = all.getFirst();
        all.forEach(one -> {
            one.state = CaseState.SUPPLEMENT;
            one.step = StepKind.ACCEPT;
            one.stepSince = on;
            one.waitingFor = WaitingFor.ENTERPRISE;
        });
        whole.supplementAsked = on;
        whole.supplementDue = days.last(on, 15);
        whole.happens(
                CaseAct.ASK_SUPPLEMENT, StepKind.ACCEPT, on, clerk.name(), "请按材料清单补正，并加盖公章。", true);
        whole.letters.add(new CaseStory.Written(LetterKind.SUPPLEMENT, on));
        whole.materials.replaceAll(
                (key, now) -> now == MaterialState.HELD ? now : MaterialState.FOUND_BAD);
    }

    private void accept(List<CaseStory> all, LocalDate on) {
        for (var one : all) {
            var matter = one.service.matter();
            if (matter == null) {
                one.course = CaseCourse.OWN;
            } else {
                var holds =
                        held.getOrDefault(
                                matter, new CaseStories.Held(null, null, WhyNot.NEVER, null));
                one.held = holds;
                one.course = holds.here() ? CaseCourse.HERE : CaseCourse.UPPER;
            }
            one.accepted = on;
            one.state = CaseState.ACCEPTED;
            one.step = StepKind.REVIEW;
            one.stepSince = on;
            one.happens(CaseAct.ACCEPT, StepKind.ACCEPT, on, clerk.name(), null, true);
            if (one.course == CaseCourse.UPPER) {
                one.letters.add(new CaseStory.Written(LetterKind.HANDED_UP, on));
            }
            if (one.partOf != null) {
                due(one, on);
            }
        }
        all.getFirst().letters.add(new CaseStory.Written(LetterKind.ACCEPTANCE, on));
        settle(all);
    }

    private void due(CaseStory part, LocalDate from) {
        var note = part.service.note();
        var statutory = note.statutoryDays();
        part.statutoryDue = statutory == null ? null : days.last(from, statutory);
        part.due =
                part.course == CaseCourse.UPPER && statutory != null
                        ? part.statutoryDue
                        : days.last(from, note.promisedDays());
        part.waitingFor = part.course == CaseCourse.UPPER ? WaitingFor.UPPER : WaitingFor.PARK;
    }

    /** A bundle is due when the last of its parts is, and waits for whom all that are left wait. */
    private static void settle(List<CaseStory> all) {
        var whole = all.getFirst();
        var parts = all.subList(1, all.size());
        whole.due =
                parts.stream().anyMatch(one -> one.due == null)
                        ? null
                        : parts.stream()
                                .map(one -> Objects.requireNonNull(one.due))
                                .max(LocalDate::compareTo)
                                .orElseThrow();
        whole.waitingFor =
                parts.stream()
                                .filter(one -> one.state == CaseState.ACCEPTED)
                                .allMatch(one -> one.course == CaseCourse.UPPER)
                        ? WaitingFor.UPPER
                        : WaitingFor.PARK;
    }

    private void finish(List<CaseStory> all, CaseState state) {
        var whole = all.getFirst();
        var parts = all.subList(1, all.size());
        var on = days.later(whole.accepted, 1);
        parts.forEach(part -> part.decided(true, on));
        whole.outcome = CaseOutcome.GRANTED;
        whole.decided = on;
        whole.happens(
                CaseAct.DECIDE,
                StepKind.DECIDE,
                on,
                clerk.name(),
                parts.stream()
                        .map(one -> one.service.note().title() + "：准予")
                        .collect(Collectors.joining("；")),
                true);
        whole.toBeDelivered(on);
        if (state == CaseState.DECIDED) {
            return;
        }
        var delivered = days.later(on, 2);
        var archived = days.later(delivered, 5);
        for (var one : all) {
            one.delivered = delivered;
            one.happens(CaseAct.DELIVER, StepKind.DELIVER, delivered, clerk.name(), "门户下载", true);
            one.end(CaseState.DELIVERED, StepKind.DELIVER, delivered);
            if (state == CaseState.ARCHIVED) {
                one.filed(archived);
            }
        }
    }
}
