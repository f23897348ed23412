package org.kaiyuan.services.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.calendar.CalendarYearMissing;
import org.kaiyuan.platform.calendar.DayExplained;
import org.kaiyuan.platform.calendar.Deadline;
import org.kaiyuan.platform.calendar.WorkingCalendar;
import org.kaiyuan.services.CaseState;
import org.kaiyuan.services.ServiceTrack;

/**
 * The clock of a case as 行政许可法 §§32, 42–45 has it, in working days: five for saying something, those that are promised
 * and those of the law for deciding, ten for delivering.
 *
 * <p>A day that cannot be told because the year's holidays are not known is {@link CalendarYearMissing}; what is asked for
 * with {@link #known} is null then, and {@link #missingYear} names the year.
 */
public record CaseClock(WorkingCalendar calendar, CaseTimes of) {
    /** Within which the park accepts, refuses or asks for what is missing (行政许可法 §32). */
    public static final int SAY_DAYS = 5;

    /** Within which a decision is delivered (行政许可法 §44). */
    public static final int DELIVERY_DAYS = 10;

    /** Within which a promise (告知承诺) is verified after the decision. */
    public static final int PLEDGE_MONTHS = 2;

    /** Working days before the last one on which those who handle the case are warned. */
    public static final List<Integer> WARN_DAYS = List.of(3, 1);

    private static final int PLEDGE_WARN_DAYS = 5;

    /** The longest walk over days, some ten years. */
    private static final int LONGEST = 3700;

    /** The last day on which the park may still say something; null where it has, or need not. */
    public @Nullable LocalDate saidBy() {
        boolean asked =
                of.state() == CaseState.SUBMITTED
                        && of.track() != ServiceTrack.TICKET
                        && !of.part();
        return asked ? calendar.plus(of.saidSince(), SAY_DAYS) : null;
    }

    /** Whether nothing was said in time: the last day has passed. */
    public boolean deemed(LocalDate today) {
        var last = saidBy();
        return last != null && today.isAfter(last);
    }

    /** As of which a case counts as accepted where nothing was said: the day on which its papers came (行政许可法 §32). */
    public LocalDate deemedFrom() {
        return of.saidSince();
    }

    /** The last day by the promise; null while the clock stands, or has not begun. */
    public @Nullable LocalDate dueOn() {
        if (of.track() == ServiceTrack.BUNDLE) {
            return of.partsDueOn();
        }
        return last(of.days());
    }

    /** The last day by law; null where no law says, while the clock stands, or has not begun. */
    public @Nullable LocalDate statutoryDueOn() {
        var days = of.lawDays();
        return days == null || of.track() == ServiceTrack.BUNDLE ? null : last(days);
    }

    private @Nullable LocalDate last(int days) {
        var start = of.startedOn();
        if (start == null || (days < 1 && of.stopped())) {
            return null;
        }
        return days < 1 ? start : deadline(start, days).dueOn(calendar).orElse(null);
    }

    /**
     * Working days left after that day, as the law counts: 0 on the last one, less than 0 once it has passed. What is left
     * while the clock stands stays; null where it has not begun or has ended.
     */
    public @Nullable Integer remaining(LocalDate today) {
        var start = of.startedOn();
        if (!of.running() || start == null) {
            return null;
        }
        if (of.track() == ServiceTrack.BUNDLE) {
            var due = of.partsDueOn();
            return due == null ? null : calendar.between(today, due);
        }
        int days = of.days();
        return days < 1
                ? -calendar.between(start, today)
                : deadline(start, days).remaining(calendar, today);
    }

    /** Every day that is known, from the one after the start to the last one, to {@code today} where the clock stands. */
    public List<DayExplained> explained(LocalDate today) {
        var start = of.startedOn();
        int days = of.days();
        if (start == null || days < 1 || of.track() == ServiceTrack.BUNDLE) {
            return List.of();
        }
        // a stop that came after the last day does not move it
        var due = known(this::dueOn);
        var until =
                due != null ? due : of.stopped() ? later(today, start) : start.plusDays(LONGEST);
        var known = start;
        while (known.isBefore(until) && calendar.known(known.plusDays(1))) {
            known = known.plusDays(1);
        }
        return deadline(start, days).explained(calendar, known);
    }

    /** The last day for delivering; null before the decision and after the delivery. */
    public @Nullable LocalDate deliveryDueOn() {
        var decided = of.decidedOn();
        return decided == null || of.state() != CaseState.DECIDED
                ? null
                : calendar.plus(decided, DELIVERY_DAYS);
    }

    /** The last day for verifying a promise; null where none is to be verified. */
    public @Nullable LocalDate pledgeDueOn() {
        var decided = of.decidedOn();
        return decided == null || !of.pledgeOpen() ? null : decided.plusMonths(PLEDGE_MONTHS);
    }

    /** What it answers; null where a year is not known. */
    public static <T> @Nullable T known(Supplier<@Nullable T> question) {
        try {
            return question.get();
        } catch (CalendarYearMissing missing) {
            return null;
        }
    }

    /** The year whose holidays are not known, so that a day that somebody waits for cannot be said; else null. */
    public @Nullable Integer missingYear() {
        try {
            saidBy();
            deliveryDueOn();
            if (of.running()) {
                dueOn();
                statutoryDueOn();
            }
            return null;
        } catch (CalendarYearMissing missing) {
            return missing.year();
        }
    }

    /** All that the clock has to do as the case stands, in the order of days; what cannot be said is left out. */
    public List<ClockMark> marks() {
        var marks = new ArrayList<ClockMark>();
        var said = known(this::saidBy);
        if (said != null) {
            marks.add(new ClockMark(ClockMark.Kind.SAY_TODAY, said, said, 0));
            marks.add(new ClockMark(ClockMark.Kind.DEEM, said, said.plusDays(1), -1));
        }
        if (of.state() == CaseState.SUPPLEMENT && !of.part()) {
            after(marks, ClockMark.Kind.SUPPLEMENT_LATE, of.supplementDueOn());
        }
        if (of.running()) {
            if (of.track() != ServiceTrack.BUNDLE) {
                aboutTheDecision(marks);
            }
            of.opinionsDueOn().stream()
                    .distinct()
                    .forEach(day -> after(marks, ClockMark.Kind.OPINION_LATE, day));
            after(marks, ClockMark.Kind.DEFERRED_LATE, of.deferredDueOn());
        }
        before(
                marks,
                ClockMark.Kind.DELIVER_SOON,
                ClockMark.Kind.DELIVER_LATE,
                known(this::deliveryDueOn),
                1);
        before(
                marks,
                ClockMark.Kind.PLEDGE_SOON,
                ClockMark.Kind.PLEDGE_LATE,
                pledgeDueOn(),
                PLEDGE_WARN_DAYS);
        marks.sort(Comparator.comparing(ClockMark::on).thenComparing(ClockMark::kind));
        return List.copyOf(marks);
    }

    private void aboutTheDecision(List<ClockMark> marks) {
        var due = known(this::dueOn);
        if (due == null) {
            return;
        }
        for (int left : WARN_DAYS) {
            if (of.days() > left) {
                var on = known(() -> last(of.days() - left));
                if (on != null) {
                    marks.add(new ClockMark(ClockMark.Kind.WARN, due, on, left));
                }
            }
        }
        var overdue = due.plusDays(1);
        marks.add(new ClockMark(ClockMark.Kind.OVERDUE, due, overdue, -1));
        var escalated = known(() -> calendar.plus(overdue, 1));
        if (escalated != null) {
            marks.add(new ClockMark(ClockMark.Kind.ESCALATE, due, escalated, -2));
        }
    }

    private void before(
            List<ClockMark> marks,
            ClockMark.Kind soon,
            ClockMark.Kind late,
            @Nullable LocalDate due,
            int days) {
        if (due != null) {
            var on = known(() -> calendar.plus(due, -days));
            if (on != null) {
                marks.add(new ClockMark(soon, due, on, days));
            }
            after(marks, late, due);
        }
    }

    private static void after(List<ClockMark> marks, ClockMark.Kind kind, @Nullable LocalDate due) {
        if (due != null) {
            marks.add(new ClockMark(kind, due, due.plusDays(1), -1));
        }
    }

    /**
     * The next day on which somebody must look at the case; may have passed already. Null for none. Where a year is not
     * known, each next day: it may be known by then.
     *
     * @param told what was done already, as {@code told()} + {@code @} + {@code ofDay()}
     */
    public @Nullable LocalDate nextOn(LocalDate today, Set<String> told) {
        var next =
                marks().stream()
                        .filter(mark -> !told.contains(mark.told() + "@" + mark.ofDay()))
                        .map(ClockMark::on)
                        .min(Comparator.naturalOrder())
                        .orElse(null);
        if (missingYear() == null) {
            return next;
        }
        var tomorrow = today.plusDays(1);
        return next == null || next.isAfter(tomorrow) ? tomorrow : next;
    }

    private Deadline deadline(LocalDate start, int days) {
        return new Deadline(
                start,
                days,
                of.stops().stream()
                        .map(stop ->
                                new Deadline.Stop(stop.reason().name(), stop.from(), stop.to()))
                        .toList());
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? b : a;
    }
}
