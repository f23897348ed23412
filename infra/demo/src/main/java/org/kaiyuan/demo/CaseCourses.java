package org.kaiyuan.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.WhyNot;
import org.kaiyuan.services.CaseAct;
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

/** What happens to one case after it was handed in, up to the state that it shall have. */
final class CaseCourses {
    /** Working days after which a case that runs now was accepted. */
    static final int LOOKED = 2;

    private final Map<String, CaseStories.Held> held;
    private final List<CaseStories.Clerk> clerks;
    private final CaseDays days;
    private final LocalDate today;
    private final Draws draws;

    CaseCourses(
            Map<String, CaseStories.Held> held,
            List<CaseStories.Clerk> clerks,
            CaseDays days,
            Draws draws) {
        this.held = held;
        this.clerks = clerks;
        this.days = days;
        this.today = days.today();
        this.draws = draws;
    }

    void of(CaseStory story, CaseState state, int number) {
        if (story.service.track() == ServiceTrack.TICKET) {
            ticket(story, state);
        } else {
            proper(story, state, number);
        }
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
                        CaseAct.ANSWER, StepKind.REVIEW, on, story.by(), "已处理完毕，现场核实后答复。", true);
                story.letters.add(new CaseStory.Written(LetterKind.REPLY, on));
                story.outcome = CaseOutcome.ANSWERED;
                story.decided = on;
                story.delivered = on;
                story.end(CaseState.DELIVERED, StepKind.DELIVER, on);
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
        story.happens(CaseAct.PRECHECK, StepKind.PRECHECK, looked, story.by(), null, false);
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
                        story.by(),
                        "不属于本园区受理范围。",
                        true);
                story.letters.add(new CaseStory.Written(LetterKind.NOT_ACCEPTED, looked));
                story.end(CaseState.NOT_ACCEPTED, StepKind.ACCEPT, looked);
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
                CaseAct.ASK_SUPPLEMENT, StepKind.ACCEPT, on, story.by(), "请按材料清单补正，并加盖公章。", true);
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
                story.deemed ? "系统" : story.by(),
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
        var holds = held.getOrDefault(matter, new CaseStories.Held(null, null, WhyNot.NEVER, null));
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
                story.happens(CaseAct.STOP, StepKind.REVIEW, from, story.by(), "专家评审", true);
                story.letters.add(new CaseStory.Written(LetterKind.STOP, from));
            }
        } else if (number % 11 == 6 && story.course == CaseCourse.HERE) {
            story.extensionWhy = "需要会同有关部门现场核查。";
            story.happens(
                    CaseAct.ASK_EXTENSION,
                    StepKind.REVIEW,
                    today,
                    story.by(),
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
        story.decided(granted, on);
        story.pledgeKept =
                granted
                        && story.service.note().modes().contains(HandlingMode.PLEDGE)
                        && on.isBefore(today.minusDays(40));
        if (state == CaseState.DECIDED) {
            return;
        }
        var delivered = later(on, 1 + draws.below(3));
        story.delivered = delivered;
        story.happens(CaseAct.DELIVER, StepKind.DELIVER, delivered, story.by(), "门户下载", true);
        story.end(CaseState.DELIVERED, StepKind.DELIVER, delivered);
        rate(story, delivered);
        if (state == CaseState.ARCHIVED) {
            archive(story, delivered);
        }
    }

    private void archive(CaseStory story, LocalDate after) {
        story.filed(later(after, 5));
    }

    private void withdraw(CaseStory story, LocalDate on) {
        story.happens(CaseAct.WITHDRAW, story.step, on, story.applicant, "项目计划调整，暂不办理。", true);
        story.end(CaseState.WITHDRAWN, story.step, on);
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

    private LocalDate later(@Nullable LocalDate day, int workingDays) {
        return days.later(day, workingDays);
    }
}
