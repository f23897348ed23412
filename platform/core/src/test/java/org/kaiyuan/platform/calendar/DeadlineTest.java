package org.kaiyuan.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private static final LocalDate FIRST = LocalDate.of(2030, 1, 1);
    private static final List<Integer> YEARS = List.of(2030, 2031, 2032, 2033, 2034, 2035, 2036);

    @RepeatedTest(400)
    void a_deadline_counts_as_somebody_would_who_ticks_off_days(RepetitionInfo number) {
        var random = new Random(number.getCurrentRepetition());
        var calendar = calendar(random);
        var deadline = deadline(random);
        var today = deadline.start().plusDays(random.nextInt(200));

        var ticked = ticked(calendar, deadline);

        assertThat(deadline.dueOn(calendar).orElse(null)).isEqualTo(ticked);
        assertThat(deadline.remaining(calendar, today))
                .isEqualTo(deadline.workingDays() - counted(calendar, deadline, today));
        if (ticked != null) {
            var days = deadline.explained(calendar, ticked);
            assertThat(days).hasSize((int) (ticked.toEpochDay() - deadline.start().toEpochDay()));
            assertThat(days.getLast().counted()).isEqualTo(deadline.workingDays());
            assertThat(days.stream().filter(day -> day.counted() > 0))
                    .hasSize(deadline.workingDays())
                    .allMatch(day -> day.stop() == null && day.nature().working());
            assertThat(deadline.remaining(calendar, ticked)).isZero();
        }
    }

    @RepeatedTest(200)
    void adding_working_days_and_counting_them_agree_with_ticking_off(RepetitionInfo number) {
        var random = new Random(-number.getCurrentRepetition());
        var calendar = calendar(random);
        var from = FIRST.plusDays(400 + random.nextInt(400));
        int days = random.nextInt(400) - 200;

        var found = calendar.plus(from, days);

        var at = from;
        for (int left = Math.abs(days); left > 0; ) {
            at = at.plusDays(days > 0 ? 1 : -1);
            left -= calendar.isWorkingDay(at) ? 1 : 0;
        }
        assertThat(found).isEqualTo(at);
        if (days >= 0) {
            assertThat(calendar.between(from, found)).isEqualTo(days);
        }
        assertThat(calendar.between(found, from)).isEqualTo(-calendar.between(from, found));
    }

    @Test
    void a_year_that_is_not_known_is_named_and_never_guessed() {
        var calendar = new WorkingCalendar(List.of(), List.of(2030, 2031, 2033));

        assertThatThrownBy(() -> calendar.isWorkingDay(LocalDate.of(2032, 5, 4)))
                .isInstanceOfSatisfying(
                        CalendarYearMissing.class,
                        missing -> assertThat(missing.year()).isEqualTo(2032));
        assertThat(calendar.between(LocalDate.of(2031, 12, 1), LocalDate.of(2031, 12, 27)))
                .isPositive();
        assertMissing(2032, () -> calendar.plus(LocalDate.of(2031, 12, 20), 10));
        assertMissing(
                2032, () -> calendar.between(LocalDate.of(2031, 6, 1), LocalDate.of(2033, 6, 1)));
        assertMissing(2034, () -> calendar.plus(LocalDate.of(2033, 12, 1), 100));
        assertMissing(2029, () -> calendar.plus(LocalDate.of(2030, 1, 10), -50));
        assertMissing(2040, () -> calendar.plus(LocalDate.of(2040, 1, 10), 1));
        assertMissing(
                1999, () -> calendar.between(LocalDate.of(1999, 1, 10), LocalDate.of(2030, 2, 1)));
        assertMissing(
                2027,
                () -> new WorkingCalendar(List.of(), List.of()).plus(LocalDate.of(2027, 3, 1), 1));
        assertMissing(2034, () -> Deadline.of(LocalDate.of(2033, 12, 20), 20).dueOn(calendar));
    }

    @Test
    void the_clock_stands_while_it_is_stopped_and_says_so_day_by_day() {
        var calendar =
                new WorkingCalendar(
                        List.of(new Holiday(LocalDate.of(2030, 3, 6), "植树", false)), YEARS);
        var deadline =
                Deadline.of(LocalDate.of(2030, 3, 1), 3) // a Friday
                        .stop("补正材料", LocalDate.of(2030, 3, 5));

        assertThat(deadline.dueOn(calendar)).isEmpty();
        assertThat(deadline.remaining(calendar, LocalDate.of(2030, 3, 20))).isEqualTo(2);

        var resumed = deadline.resume(LocalDate.of(2030, 3, 7));

        assertThat(resumed.dueOn(calendar)).contains(LocalDate.of(2030, 3, 8));
        assertThat(resumed.explained(calendar, LocalDate.of(2030, 12, 31)))
                .containsExactly(
                        new DayExplained(
                                LocalDate.of(2030, 3, 2), DayNature.WEEKEND, null, null, 0),
                        new DayExplained(
                                LocalDate.of(2030, 3, 3), DayNature.WEEKEND, null, null, 0),
                        new DayExplained(
                                LocalDate.of(2030, 3, 4), DayNature.WORKDAY, null, null, 1),
                        new DayExplained(
                                LocalDate.of(2030, 3, 5), DayNature.WORKDAY, null, "补正材料", 0),
                        new DayExplained(
                                LocalDate.of(2030, 3, 6), DayNature.HOLIDAY, "植树", "补正材料", 0),
                        new DayExplained(
                                LocalDate.of(2030, 3, 7), DayNature.WORKDAY, null, null, 2),
                        new DayExplained(
                                LocalDate.of(2030, 3, 8), DayNature.WORKDAY, null, null, 3));
        assertThat(deadline.stopped()).isTrue(); // the one before has not changed
    }

    @Test
    void stops_that_do_not_fit_are_refused() {
        var start = LocalDate.of(2030, 3, 1);
        var running = Deadline.of(start, 10);
        var stopped = running.stop("听证", start.plusDays(5));

        refused("calendar.refusal.stop.early", () -> running.stop("听证", start.minusDays(1)));
        refused("calendar.refusal.stop.reason", () -> running.stop(" ", start));
        refused("calendar.refusal.running", () -> running.resume(start));
        refused("calendar.refusal.stopped", () -> stopped.stop("鉴定", start.plusDays(6)));
        refused("calendar.refusal.resume.early", () -> stopped.resume(start.plusDays(4)));
        refused(
                "calendar.refusal.stop.early",
                () -> stopped.resume(start.plusDays(8)).stop("鉴定", start.plusDays(7)));
        refused("calendar.refusal.length", () -> Deadline.of(start, 0));
        refused("calendar.refusal.length", () -> Deadline.of(start, 2001));
    }

    private static void refused(
            String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        DeadlineRefused.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo(key));
    }

    private static void assertMissing(
            int year, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        CalendarYearMissing.class,
                        missing -> assertThat(missing.year()).isEqualTo(year));
    }

    /** Null when the clock stands for good. */
    private static LocalDate ticked(WorkingCalendar calendar, Deadline deadline) {
        int left = deadline.workingDays();
        var day = deadline.start();
        while (left > 0) {
            day = day.plusDays(1);
            if (day.isAfter(FIRST.plusYears(5))) {
                return null;
            }
            left -= counts(calendar, deadline, day) ? 1 : 0;
        }
        return day;
    }

    private static int counted(WorkingCalendar calendar, Deadline deadline, LocalDate until) {
        int counted = 0;
        for (var day = deadline.start().plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
            counted += counts(calendar, deadline, day) ? 1 : 0;
        }
        return counted;
    }

    private static boolean counts(WorkingCalendar calendar, Deadline deadline, LocalDate day) {
        for (var stop : deadline.stops()) {
            if (!day.isBefore(stop.from()) && (stop.to() == null || day.isBefore(stop.to()))) {
                return false;
            }
        }
        return calendar.isWorkingDay(day);
    }

    private static WorkingCalendar calendar(Random random) {
        var holidays = new TreeMap<LocalDate, Holiday>();
        for (int i = random.nextInt(200); i > 0; i--) {
            var day = FIRST.plusDays(random.nextInt(1400));
            holidays.put(day, new Holiday(day, "节", random.nextBoolean()));
        }
        return new WorkingCalendar(holidays.values(), YEARS);
    }

    private static Deadline deadline(Random random) {
        var start = FIRST.plusDays(random.nextInt(300));
        var stops = new ArrayList<Deadline.Stop>();
        var at = start;
        for (int i = random.nextInt(4); i > 0; i--) {
            var from = at.plusDays(random.nextInt(15));
            at = from.plusDays(random.nextInt(12));
            stops.add(new Deadline.Stop("停", from, i == 1 && random.nextInt(4) == 0 ? null : at));
        }
        return new Deadline(start, 1 + random.nextInt(60), stops);
    }
}
