package org.kaiyuan.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.WhyNot;
import org.kaiyuan.services.CaseAct;
import org.kaiyuan.services.CaseChannel;
import org.kaiyuan.services.CaseCourse;
import org.kaiyuan.services.CaseOutcome;
import org.kaiyuan.services.CaseState;
import org.kaiyuan.services.HandlingMode;
import org.kaiyuan.services.LetterKind;
import org.kaiyuan.services.MaterialState;
import org.kaiyuan.services.RatingReasons;
import org.kaiyuan.services.ServiceTrack;
import org.kaiyuan.services.StepKind;
import org.kaiyuan.services.StopReason;
import org.kaiyuan.services.WaitingFor;

/** Made-up cases of a zone in every state, whose days fit the clock that the product keeps. */
final class CaseStories {
    /**
     * Who decides a matter in the zone now.
     *
     * @param entry by which the park does; null where another body does
     * @param why the park does not; null where it does
     */
    record Held(
            @Nullable UUID entry,
            @Nullable String body,
            @Nullable WhyNot why,
            @Nullable String basis) {
        boolean here() {
            return why == null;
        }
    }

    /** Somebody of the zone who handles cases. */
    record Clerk(String username, String name) {}

    private static final int FIRST_OF_PORTAL = 12;
    private static final long FIRST_ID = 4_000_000_000L;

    /** Working days after which a case that runs now was accepted. */
    private static final int LOOKED = 2;

    /** Cases that the park has let pass. */
    private static final int OVERDUE = 2;

    private final List<ServiceStories.DemoService> services;
    private final List<DemoEnterprise> portal;
    private final List<DemoEnterprise> enterprises;
    private final Map<String, Held> held;
    private final List<Clerk> clerks;
    private final DemoCompanies.@Nullable Company company;
    private final CaseDays days;
    private final LocalDate today;
    private final Draws draws;
    private final List<ServiceStories.DemoService> all;
    private final List<CaseStory> stories = new ArrayList<>();

    CaseStories(
            List<ServiceStories.DemoService> services,
            List<DemoEnterprise> portal,
            List<DemoEnterprise> enterprises,
            Map<String, Held> held,
            List<Clerk> clerks,
            DemoCompanies.@Nullable Company company,
            CaseDays days,
            Draws draws) {
        this.all = services;
        this.services =
                services.stream().filter(one -> one.track() != ServiceTrack.BUNDLE).toList();
        this.portal = portal;
        this.enterprises = enterprises;
        this.held = held;
        this.clerks = clerks;
        this.company = company;
        this.days = days;
        this.today = days.today();
        this.draws = draws;
    }

    /** In the order in which they were handed in. */
    List<CaseStory> of(int count) {
        many(count * 7 / 100, CaseState.SUBMITTED);
        many(count * 3 / 100, CaseState.SUPPLEMENT);
        many(count * 14 / 100, CaseState.ACCEPTED);
        many(count * 4 / 100, CaseState.DECIDED);
        many(count * 16 / 100, CaseState.DELIVERED);
        many(count * 3 / 100, CaseState.NOT_ACCEPTED);
        many(count * 4 / 100, CaseState.WITHDRAWN);
        entrusted();
        bundles();
        many(count - stories.size(), CaseState.ARCHIVED);
        stories.sort(
                Comparator.comparing((CaseStory one) -> one.submitted)
                        .thenComparing(one -> one.partOf == null ? one.id : one.partOf.id)
                        .thenComparing(one -> one.partNumber));
        return stories;
    }

    /** Repairs that the operating company sees to. */
    private void entrusted() {
        var repairs = services.stream().filter(one -> one.code().equals("BX-01")).findFirst();
        if (company == null || repairs.isEmpty()) {
            return;
        }
        var states =
                List.of(
                        CaseState.SUBMITTED,
                        CaseState.SUBMITTED,
                        CaseState.SUBMITTED,
                        CaseState.WITHDRAWN,
                        CaseState.DELIVERED,
                        CaseState.DELIVERED,
                        CaseState.DELIVERED,
                        CaseState.ARCHIVED,
                        CaseState.ARCHIVED,
                        CaseState.ARCHIVED);
        for (int i = 0; i < states.size(); i++) {
            stories.add(story(states.get(i), i, repairs.get(), company));
        }
    }

    /** The first of them of the enterprises that have somebody in the portal. */
    private void bundles() {
        for (var one : all) {
            if (one.track() == ServiceTrack.BUNDLE) {
                var theirs = new ArrayList<>(portal);
                for (int i = 0; i < portal.size(); i++) {
                    theirs.add(draws.oneOf(enterprises));
                }
                stories.addAll(
                        new BundleStories(one, all, held, clerks.getFirst(), days, draws)
                                .of(
                                        theirs.isEmpty() ? enterprises : theirs,
                                        FIRST_ID + stories.size()));
            }
        }
    }

    private void many(int count, CaseState state) {
        for (int i = 0; i < count; i++) {
            stories.add(story(state, i));
        }
    }

    private CaseStory story(CaseState state, int number) {
        return story(state, number, fitting(state, number), null);
    }

    /** @param to the operating company that it is assigned to; null for none */
    private CaseStory story(
            CaseState state,
            int number,
            ServiceStories.DemoService service,
            DemoCompanies.@Nullable Company to) {
        var enterprise =
                number < FIRST_OF_PORTAL && !portal.isEmpty()
                        ? portal.get(number % portal.size())
                        : draws.oneOf(enterprises);
        var contact = enterprise.contacts().isEmpty() ? null : enterprise.contacts().getFirst();
        var story =
                new CaseStory(
                        draws.id(FIRST_ID + stories.size()),
                        service,
                        enterprise,
                        contact == null ? "经办人" : contact.name(),
                        contact == null ? "13800000000" : contact.phone(),
                        submitted(state, service, number));
        story.company = to;
        story.channel = draws.chance(0.78) ? CaseChannel.PORTAL : CaseChannel.COUNTER;
        service.note()
                .materials()
                .forEach(one ->
                        story.materials.put(
                                one.key(),
                                one.held() ? MaterialState.HELD : MaterialState.HANDED_IN));
        story.happens(CaseAct.SUBMIT, StepKind.APPLY, story.submitted, story.applicant, null, true);
        if (service.track() == ServiceTrack.TICKET) {
            ticket(story, state);
        } else {
            proper(story, state, number);
        }
        return story;
    }

    /** States that a ticket does not know are told of other services. */
    private ServiceStories.DemoService fitting(CaseState state, int number) {
        while (true) {
            var one =
                    number < services.size() && state == CaseState.ARCHIVED
                            ? services.get(number)
                            : draws.oneOf(services);
            boolean ticket = one.track() == ServiceTrack.TICKET;
            boolean known =
                    switch (state) {
                        case SUPPLEMENT, NOT_ACCEPTED, DECIDED -> !ticket;
                        case ACCEPTED ->
                                !ticket
                                        && one.note().promisedDays() >= 2
                                        && (number >= OVERDUE || decidesItself(one));
                        default -> true;
                    };
            if (known) {
                return one;
            }
        }
    }

    private boolean decidesItself(ServiceStories.DemoService service) {
        var holds = service.matter() == null ? null : held.get(service.matter());
        return service.matter() == null || (holds != null && holds.here());
    }

    private LocalDate submitted(CaseState state, ServiceStories.DemoService service, int number) {
        int promised = service.note().promisedDays();
        return switch (state) {
            case SUBMITTED ->
                    back(
                            service.track() == ServiceTrack.TICKET
                                    ? draws.below(promised)
                                    : draws.below(5));
            case SUPPLEMENT -> back(4 + draws.below(4));
            case ACCEPTED ->
                    back(LOOKED + (number < OVERDUE ? promised + 4 : draws.below(promised)));
            case DECIDED -> back(promised + 2);
            default -> days.longAgo(draws);
        };
    }

    private LocalDate back(int workingDays) {
        return days.back(workingDays);
    }

    private void ticket(CaseStory story, CaseState state) {
        story.step = StepKind.REVIEW;
        story.due = last(story.submitted, story.service.note().promisedDays());
        var to = story.company;
        if (to != null) {
            assign(story, to.name());
        } else if (story.service.code().equals("BX-01")) {
            story.team = "物业维修组";
            assign(story, story.team);
        }
        claim(story, state == CaseState.SUBMITTED);
        switch (state) {
            case WITHDRAWN -> withdraw(story, later(story.submitted, 1));
            case SUBMITTED -> {}
            default -> {
                var on =
                        later(
                                story.submitted,
                                1 + draws.below(story.service.note().promisedDays()));
                story.happens(
                        CaseAct.ANSWER, StepKind.REVIEW, on, by(story), "已处理完毕，现场核实后答复。", true);
                story.letters.add(new CaseStory.Written(LetterKind.REPLY, on));
                story.outcome = CaseOutcome.ANSWERED;
                story.decided = on;
                story.delivered = on;
                end(story, CaseState.DELIVERED, StepKind.DELIVER, on);
                rate(story, on);
                if (state == CaseState.ARCHIVED) {
                    archive(story, on);
                }
            }
        }
    }

    private static void assign(CaseStory story, String to) {
        story.happens(CaseAct.ASSIGN, StepKind.REVIEW, story.submitted, "窗口工作人员", "→ " + to, false);
    }

    private void proper(CaseStory story, CaseState state, int number) {
        if (state == CaseState.SUBMITTED) {
            story.step = StepKind.PRECHECK;
            claim(story, true);
            return;
        }
        var looked =
                later(
                        story.submitted,
                        switch (state) {
                            case SUPPLEMENT -> 1;
                            case ACCEPTED -> LOOKED;
                            default -> draws.below(3);
                        });
        claim(story, false);
        story.happens(CaseAct.PRECHECK, StepKind.PRECHECK, looked, by(story), null, false);
        switch (state) {
            case SUPPLEMENT -> {
                ask(story, looked);
                return;
            }
            case NOT_ACCEPTED -> {
                story.happens(
                        CaseAct.NOT_ACCEPT,
                        StepKind.ACCEPT,
                        looked,
                        by(story),
                        "不属于本园区受理范围。",
                        true);
                story.letters.add(new CaseStory.Written(LetterKind.NOT_ACCEPTED, looked));
                end(story, CaseState.NOT_ACCEPTED, StepKind.ACCEPT, looked);
                return;
            }
            case WITHDRAWN -> {
                if (draws.chance(0.5)) {
                    withdraw(story, looked);
                    return;
                }
            }
            default -> {}
        }
        if (number % 5 == 3 && state != CaseState.ACCEPTED) {
            ask(story, looked);
            looked = later(looked, 2);
            story.supplemented = looked;
            story.saidSince = looked;
            story.happens(
                    CaseAct.SUPPLEMENT, StepKind.ACCEPT, looked, story.applicant, "已补齐材料。", true);
            story.materials.replaceAll(
                    (key, now) -> now == MaterialState.HELD ? now : MaterialState.HANDED_IN);
        }
        looked = accept(story, looked, state, number);
        if (state == CaseState.ACCEPTED) {
            underReview(story, number);
            return;
        }
        if (state == CaseState.WITHDRAWN) {
            withdraw(story, later(looked, 1));
            return;
        }
        decide(story, state, number, looked);
    }

    private void ask(CaseStory story, LocalDate on) {
        story.supplementAsked = on;
        story.supplementDue = last(on, 15);
        story.state = CaseState.SUPPLEMENT;
        story.step = StepKind.ACCEPT;
        story.stepSince = on;
        story.waitingFor = WaitingFor.ENTERPRISE;
        story.happens(
                CaseAct.ASK_SUPPLEMENT, StepKind.ACCEPT, on, by(story), "请按材料清单补正，并加盖公章。", true);
        story.letters.add(new CaseStory.Written(LetterKind.SUPPLEMENT, on));
        story.materials.replaceAll(
                (key, now) -> now == MaterialState.HELD ? now : MaterialState.FOUND_BAD);
    }

    /** @return the day on which somebody, or the clock, said so */
    private LocalDate accept(CaseStory story, LocalDate looked, CaseState state, int number) {
        var note = story.service.note();
        // nothing was said in five days: it counts from the day on which the papers came
        story.deemed =
                number % 40 == 7 && (state == CaseState.ARCHIVED || state == CaseState.DELIVERED);
        var on = story.deemed ? later(story.saidSince, 6) : looked;
        var from = story.deemed ? story.saidSince : on;
        story.accepted = from;
        boolean deferral =
                note.modes().contains(HandlingMode.DEFERRAL) && number % 6 == 1 && !story.deemed;
        if (deferral) {
            story.deferredDue = last(on, 5);
            note.materials().stream()
                    .filter(one -> one.deferrable())
                    .findFirst()
                    .ifPresent(one -> story.materials.put(one.key(), MaterialState.DEFERRED));
        }
        course(story);
        story.happens(
                story.deemed
                        ? CaseAct.DEEM_ACCEPTED
                        : deferral ? CaseAct.ACCEPT_DEFERRED : CaseAct.ACCEPT,
                StepKind.ACCEPT,
                on,
                story.deemed ? "系统" : by(story),
                null,
                true);
        story.letters.add(
                new CaseStory.Written(deferral ? LetterKind.DEFERRAL : LetterKind.ACCEPTANCE, on));
        if (story.course == CaseCourse.UPPER) {
            story.letters.add(new CaseStory.Written(LetterKind.HANDED_UP, on));
        }
        story.state = CaseState.ACCEPTED;
        story.step = StepKind.REVIEW;
        story.stepSince = on;
        story.waitingFor = story.course == CaseCourse.UPPER ? WaitingFor.UPPER : WaitingFor.PARK;
        var statutory = note.statutoryDays();
        story.statutoryDue = statutory == null ? null : last(from, statutory);
        story.due =
                story.course == CaseCourse.UPPER && statutory != null
                        ? story.statutoryDue
                        : last(from, note.promisedDays());
        return on;
    }

    private @Nullable LocalDate last(LocalDate from, int workingDays) {
        return days.last(from, workingDays);
    }

    private void course(CaseStory story) {
        var matter = story.service.matter();
        if (matter == null) {
            story.course = CaseCourse.OWN;
            return;
        }
        var holds = held.getOrDefault(matter, new Held(null, null, WhyNot.NEVER, null));
        story.held = holds;
        story.course = holds.here() ? CaseCourse.HERE : CaseCourse.UPPER;
    }

    private void underReview(CaseStory story, int number) {
        if (number % 9 == 4 && story.course != CaseCourse.UPPER) {
            var from = later(story.accepted, 1);
            if (from.isBefore(today)) {
                story.stops.add(new CaseStory.Stood(StopReason.EXPERT_REVIEW, from, null));
                story.stoppedSince = from;
                story.due = null;
                story.statutoryDue = null;
                story.happens(CaseAct.STOP, StepKind.REVIEW, from, by(story), "专家评审", true);
                story.letters.add(new CaseStory.Written(LetterKind.STOP, from));
            }
        } else if (number % 11 == 6 && story.course == CaseCourse.HERE) {
            story.extensionWhy = "需要会同有关部门现场核查。";
            story.happens(
                    CaseAct.ASK_EXTENSION,
                    StepKind.REVIEW,
                    today,
                    by(story),
                    story.extensionWhy,
                    false);
        }
    }

    private void decide(CaseStory story, CaseState state, int number, LocalDate looked) {
        int promised = story.service.note().promisedDays();
        int days =
                number % 23 == 11
                        ? promised + 2
                        : Math.max(1, promised - draws.below(Math.max(1, promised / 2 + 1)));
        var on =
                later(story.accepted, Math.min(days, state == CaseState.DECIDED ? promised : days));
        if (on.isBefore(looked)) {
            on = looked;
        }
        boolean granted = !draws.chance(0.06);
        story.outcome = granted ? CaseOutcome.GRANTED : CaseOutcome.REFUSED;
        story.decided = on;
        story.pledgeKept =
                granted
                        && story.service.note().modes().contains(HandlingMode.PLEDGE)
                        && on.isBefore(today.minusDays(40));
        story.materials.replaceAll(
                (key, now) -> now == MaterialState.HELD ? now : MaterialState.FOUND_GOOD);
        story.happens(
                story.course == CaseCourse.UPPER ? CaseAct.UPPER_DECIDED : CaseAct.DECIDE,
                StepKind.DECIDE,
                on,
                by(story),
                granted ? "符合法定条件、标准。" : "不符合规定条件。",
                true);
        story.letters.add(
                new CaseStory.Written(granted ? LetterKind.GRANTED : LetterKind.REFUSED, on));
        if (state == CaseState.DECIDED) {
            story.state = CaseState.DECIDED;
            story.step = StepKind.DELIVER;
            story.stepSince = on;
            story.waitingFor = WaitingFor.PARK;
            return;
        }
        var delivered = later(on, 1 + draws.below(3));
        story.delivered = delivered;
        story.happens(CaseAct.DELIVER, StepKind.DELIVER, delivered, by(story), "门户下载", true);
        end(story, CaseState.DELIVERED, StepKind.DELIVER, delivered);
        rate(story, delivered);
        if (state == CaseState.ARCHIVED) {
            archive(story, delivered);
        }
    }

    private void archive(CaseStory story, LocalDate after) {
        filed(story, later(after, 5));
    }

    static void filed(CaseStory story, LocalDate on) {
        story.archived = on;
        story.state = CaseState.ARCHIVED;
        story.step = StepKind.ARCHIVE;
        story.stepSince = on;
        story.happens(CaseAct.ARCHIVE, StepKind.ARCHIVE, on, by(story), null, false);
    }

    private void withdraw(CaseStory story, LocalDate on) {
        story.happens(CaseAct.WITHDRAW, story.step, on, story.applicant, "项目计划调整，暂不办理。", true);
        end(story, CaseState.WITHDRAWN, story.step, on);
    }

    static void end(CaseStory story, CaseState state, StepKind step, LocalDate on) {
        story.state = state;
        story.step = step;
        story.stepSince = on;
        story.waitingFor = WaitingFor.NOBODY;
        story.ended = on;
    }

    private void rate(CaseStory story, LocalDate on) {
        if (!draws.chance(0.55)) {
            return;
        }
        int luck = draws.between(1, 1000);
        int stars = luck <= 680 ? 5 : luck <= 890 ? 4 : luck <= 940 ? 3 : luck <= 975 ? 2 : 1;
        boolean bad = stars <= 2;
        var at = on.isAfter(today) ? today : on;
        boolean old = at.isBefore(today.minusDays(30));
        var called = bad && (old || draws.chance(0.7)) ? later(at, 1) : null;
        var rectified = called != null && (old || draws.chance(0.6)) ? later(at, 9) : null;
        story.ratings.add(
                new CaseStory.Rated(
                        "RESULT",
                        stars,
                        List.of(draws.oneOf(RatingReasons.of(stars))),
                        bad ? "来回跑了几次，希望一次说清楚。" : null,
                        at,
                        !bad
                                ? "NOTED"
                                : called == null
                                        ? "TO_CALL"
                                        : rectified == null ? "TO_RECTIFY" : "RECTIFIED",
                        called,
                        bad ? rectifyBy(at) : null,
                        rectified));
        if (stars == 1) {
            story.complaints.add("办理时间超出承诺，没有人说明原因。");
        }
    }

    private LocalDate rectifyBy(LocalDate on) {
        var last = last(on, 15);
        return last == null ? on.plusDays(21) : last;
    }

    /** @param fresh whether nobody may have claimed it yet */
    private void claim(CaseStory story, boolean fresh) {
        var to = story.company;
        var clerk = to == null ? draws.oneOf(clerks) : to.clerk();
        if (fresh && draws.chance(0.4)) {
            return;
        }
        story.owner = clerk.username();
        story.ownerName = clerk.name();
    }

    private static String by(CaseStory story) {
        var name = story.ownerName;
        return name == null ? "窗口工作人员" : name;
    }

    private LocalDate later(@Nullable LocalDate day, int workingDays) {
        return days.later(day, workingDays);
    }
}
