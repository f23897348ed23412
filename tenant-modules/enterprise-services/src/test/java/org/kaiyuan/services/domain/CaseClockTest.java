package org.kaiyuan.services.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.calendar.CalendarYearMissing;
import org.kaiyuan.platform.calendar.DayExplained;
import org.kaiyuan.platform.calendar.InventedCalendars;
import org.kaiyuan.platform.calendar.WorkingCalendar;
import org.kaiyuan.services.CaseCourse;
import org.kaiyuan.services.CaseState;
import org.kaiyuan.services.CaseStop;
import org.kaiyuan.services.ServiceTrack;
import org.kaiyuan.services.StopReason;

class CaseClockTest {
    private static final List<Integer> YEARS = List.of(2030, 2031, 2032, 2033);
    private static final LocalDate FIRST = LocalDate.of(2030, 1, 10);

    @Test
    void days_come_out_as_for_somebody_who_ticks_them_off() {
        for (int seed = 0; seed < 4000; seed++) {
            var random = new Random(seed);
            var calendar = InventedCalendars.random(random, YEARS);
            var times = accepted(random);
            var clock = new CaseClock(calendar, times);
            var start = Objects.requireNonNull(times.startedOn());
            var today = start.plusDays(random.nextInt(120));

            var due = ticked(calendar, times, start, times.days());
            assertThat(clock.dueOn()).as("due, seed %s", seed).isEqualTo(due);
            var law = times.lawDays();
            assertThat(clock.statutoryDueOn())
                    .as("law, seed %s", seed)
                    .isEqualTo(law == null ? null : ticked(calendar, times, start, law));
            assertThat(clock.remaining(today))
                    .as("remaining, seed %s", seed)
                    .isEqualTo(times.days() - counted(calendar, times, start, today));
            if (due != null && clock.statutoryDueOn() != null) {
                assertThat(due).isBeforeOrEqualTo(clock.statutoryDueOn());
            }
            if (due != null) {
                var days = clock.explained(today);
                assertThat(days.getLast().day()).isEqualTo(due);
                assertThat(days.stream().filter(day -> day.counted() > 0)).hasSize(times.days());
                for (var day : days) {
                    assertThat(day.counted() > 0).isEqualTo(counts(calendar, times, day.day()));
                }
            }
            warnings(clock, times, due, start, calendar);
        }
    }

    private static void warnings(
            CaseClock clock,
            CaseTimes times,
            @Nullable LocalDate due,
            LocalDate start,
            WorkingCalendar calendar) {
        var warned =
                clock.marks().stream().filter(one -> one.kind() == ClockMark.Kind.WARN).toList();
        if (due == null) {
            assertThat(warned).isEmpty();
            return;
        }
        assertThat(warned)
                .extracting(ClockMark::daysLeft)
                .containsExactlyElementsOf(
                        CaseClock.WARN_DAYS.stream().filter(d -> times.days() > d).toList());
        for (var mark : warned) {
            assertThat(times.days() - counted(calendar, times, start, mark.on()))
                    .isEqualTo(mark.daysLeft());
            assertThat(counts(calendar, times, mark.on())).isTrue();
        }
    }

    @Test
    void nothing_was_said_by_the_fifth_working_day() {
        for (int seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var calendar = InventedCalendars.random(random, YEARS);
            var since = FIRST.plusDays(random.nextInt(200));
            var clock = new CaseClock(calendar, submitted(ServiceTrack.STATUTORY, since));
            var fifth = since;
            for (int left = 5; left > 0; ) {
                fifth = fifth.plusDays(1);
                left -= calendar.isWorkingDay(fifth) ? 1 : 0;
            }

            assertThat(clock.saidBy()).isEqualTo(fifth);
            assertThat(clock.deemed(fifth)).isFalse();
            assertThat(clock.deemed(fifth.plusDays(1))).isTrue();
            assertThat(clock.marks())
                    .extracting(ClockMark::kind, ClockMark::on)
                    .containsExactly(
                            tuple(ClockMark.Kind.SAY_TODAY, fifth),
                            tuple(ClockMark.Kind.DEEM, fifth.plusDays(1)));
        }
    }

    @Test
    void a_case_that_is_deemed_accepted_counts_from_the_day_its_papers_came() {
        var since = LocalDate.of(2030, 3, 1);

        assertThat(plain(submitted(ServiceTrack.STATUTORY, since)).deemedFrom()).isEqualTo(since);
    }

    @Test
    void a_ticket_is_due_from_its_handing_in_and_nothing_is_deemed() {
        var clock = plain(submitted(ServiceTrack.TICKET, LocalDate.of(2030, 3, 1)));

        assertThat(clock.saidBy()).isNull();
        assertThat(clock.dueOn()).isEqualTo(LocalDate.of(2030, 3, 15));
        assertThat(clock.deemed(LocalDate.of(2030, 5, 1))).isFalse();
    }

    @Test
    void an_upper_body_has_the_days_of_the_law_and_no_promise_goes_beyond_it() {
        var upper = accepted(CaseCourse.UPPER, 20, 5, 0, List.of());
        var here = accepted(CaseCourse.HERE, 5, 20, 0, List.of());
        var extended = accepted(CaseCourse.HERE, 20, 5, 10, List.of());

        assertThat(upper.days()).isEqualTo(20);
        assertThat(here.days()).isEqualTo(5);
        assertThat(extended.days()).isEqualTo(15);
        assertThat(extended.lawDays()).isEqualTo(30);
    }

    @Test
    void marks_come_in_their_order_and_what_was_told_is_passed_over() {
        var clock = plain(accepted(CaseCourse.HERE, 20, 10, 0, List.of()));
        var due = LocalDate.of(2030, 1, 24);

        assertThat(clock.dueOn()).isEqualTo(due);
        assertThat(clock.marks())
                .extracting(ClockMark::told, ClockMark::on)
                .containsExactly(
                        tuple("WARN_3", LocalDate.of(2030, 1, 21)),
                        tuple("WARN_1", LocalDate.of(2030, 1, 23)),
                        tuple("OVERDUE", LocalDate.of(2030, 1, 25)),
                        tuple("ESCALATE", LocalDate.of(2030, 1, 28)));
        assertThat(clock.nextOn(FIRST, Set.of())).isEqualTo(LocalDate.of(2030, 1, 21));
        assertThat(clock.nextOn(FIRST, Set.of("WARN_3@" + due)))
                .isEqualTo(LocalDate.of(2030, 1, 23));
        assertThat(
                        clock.nextOn(
                                FIRST,
                                clock.marks().stream()
                                        .map(one -> one.told() + "@" + one.ofDay())
                                        .collect(Collectors.toSet())))
                .isNull();
    }

    @Test
    void a_case_with_fewer_days_is_not_warned_before_it_began() {
        var clock = plain(accepted(CaseCourse.HERE, 20, 1, 0, List.of()));

        assertThat(clock.marks())
                .extracting(ClockMark::kind)
                .containsExactly(ClockMark.Kind.OVERDUE, ClockMark.Kind.ESCALATE);
    }

    @Test
    void what_is_promised_for_the_same_day_is_due_that_day() {
        var clock = plain(accepted(CaseCourse.OWN, null, 0, 0, List.of()));

        assertThat(clock.dueOn()).isEqualTo(FIRST);
        assertThat(clock.remaining(FIRST)).isZero();
        assertThat(clock.remaining(FIRST.plusDays(1))).isEqualTo(-1);
        assertThat(clock.explained(FIRST)).isEmpty();
    }

    @Test
    void while_the_clock_stands_nothing_is_due_and_what_is_left_stays() {
        var stop = new CaseStop(StopReason.HEARING, LocalDate.of(2030, 1, 14), null, "听证通知书");
        var clock = plain(accepted(CaseCourse.HERE, 20, 10, 0, List.of(stop)));

        assertThat(clock.dueOn()).isNull();
        assertThat(clock.marks()).isEmpty();
        assertThat(clock.remaining(LocalDate.of(2030, 1, 16))).isEqualTo(9);
        assertThat(clock.remaining(LocalDate.of(2030, 3, 16))).isEqualTo(9);
        assertThat(clock.explained(LocalDate.of(2030, 1, 15)))
                .extracting(DayExplained::day)
                .endsWith(LocalDate.of(2030, 1, 15));
    }

    @Test
    void a_year_whose_holidays_are_not_known_is_named_and_looked_at_again_tomorrow() {
        var clock =
                new CaseClock(
                        InventedCalendars.plain(2030),
                        of(
                                CaseState.ACCEPTED,
                                LocalDate.of(2030, 12, 20),
                                CaseCourse.HERE,
                                20,
                                10,
                                0,
                                List.of()));
        var today = LocalDate.of(2030, 12, 23);

        assertThatThrownBy(clock::dueOn).isInstanceOf(CalendarYearMissing.class);
        assertThat(clock.missingYear()).isEqualTo(2031);
        assertThat(clock.marks()).isEmpty();
        assertThat(clock.nextOn(today, Set.of())).isEqualTo(today.plusDays(1));
        assertThat(clock.explained(today).getLast().day()).isEqualTo(LocalDate.of(2030, 12, 27));
        assertThat(clock.remaining(today)).isEqualTo(9);
    }

    @Test
    void after_the_decision_there_are_ten_days_for_delivering_and_two_months_for_a_promise() {
        var decided = LocalDate.of(2030, 2, 1);
        var clock =
                plain(
                        new CaseTimes(
                                ServiceTrack.STATUTORY,
                                CaseState.DECIDED,
                                false,
                                FIRST,
                                FIRST,
                                null,
                                FIRST,
                                CaseCourse.HERE,
                                20,
                                10,
                                0,
                                List.of(),
                                null,
                                List.of(),
                                decided,
                                true,
                                null));

        assertThat(clock.deliveryDueOn()).isEqualTo(LocalDate.of(2030, 2, 15));
        assertThat(clock.pledgeDueOn()).isEqualTo(LocalDate.of(2030, 4, 1));
        assertThat(clock.marks())
                .extracting(ClockMark::kind)
                .containsExactly(
                        ClockMark.Kind.DELIVER_SOON,
                        ClockMark.Kind.DELIVER_LATE,
                        ClockMark.Kind.PLEDGE_SOON,
                        ClockMark.Kind.PLEDGE_LATE);
        assertThat(clock.remaining(decided)).isNull();
    }

    private static CaseClock plain(CaseTimes times) {
        return new CaseClock(InventedCalendars.plain(2030, 2031), times);
    }

    private static CaseTimes submitted(ServiceTrack track, LocalDate on) {
        return new CaseTimes(
                track,
                CaseState.SUBMITTED,
                false,
                on,
                on,
                null,
                null,
                null,
                null,
                10,
                0,
                List.of(),
                null,
                List.of(),
                null,
                false,
                null);
    }

    private static CaseTimes accepted(
            CaseCourse course,
            @Nullable Integer law,
            int promised,
            int extension,
            List<CaseStop> stops) {
        return of(CaseState.ACCEPTED, FIRST, course, law, promised, extension, stops);
    }

    private static CaseTimes of(
            CaseState state,
            LocalDate on,
            CaseCourse course,
            @Nullable Integer law,
            int promised,
            int extension,
            List<CaseStop> stops) {
        return new CaseTimes(
                ServiceTrack.STATUTORY,
                state,
                false,
                on,
                on,
                null,
                on,
                course,
                law,
                promised,
                extension,
                stops,
                null,
                List.of(),
                null,
                false,
                null);
    }

    private static CaseTimes accepted(Random random) {
        var start = FIRST.plusDays(random.nextInt(300));
        var stops = new ArrayList<CaseStop>();
        var at = start;
        for (int i = random.nextInt(4); i > 0; i--) {
            var from = at.plusDays(random.nextInt(12));
            at = from.plusDays(random.nextInt(15));
            boolean lasts = i == 1 && random.nextInt(4) == 0;
            stops.add(new CaseStop(StopReason.TESTING, from, lasts ? null : at, "检测委托书"));
        }
        boolean law = random.nextBoolean();
        int promised = 1 + random.nextInt(25);
        return of(
                CaseState.ACCEPTED,
                start,
                random.nextInt(4) == 0 ? CaseCourse.UPPER : CaseCourse.HERE,
                law ? Integer.valueOf(1 + random.nextInt(45)) : null,
                promised,
                random.nextInt(3) == 0 ? 1 + random.nextInt(10) : 0,
                stops);
    }

    private static @Nullable LocalDate ticked(
            WorkingCalendar calendar, CaseTimes times, LocalDate start, int days) {
        var day = start;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (day.isAfter(start.plusYears(2))) {
                return null;
            }
            left -= counts(calendar, times, day) ? 1 : 0;
        }
        return day;
    }

    private static int counted(
            WorkingCalendar calendar, CaseTimes times, LocalDate start, LocalDate until) {
        int counted = 0;
        for (var day = start.plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
            counted += counts(calendar, times, day) ? 1 : 0;
        }
        return counted;
    }

    private static boolean counts(WorkingCalendar calendar, CaseTimes times, LocalDate day) {
        for (var stop : times.stops()) {
            if (!day.isBefore(stop.from()) && (stop.to() == null || day.isBefore(stop.to()))) {
                return false;
            }
        }
        return calendar.isWorkingDay(day);
    }
}
