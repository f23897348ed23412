package org.kaiyuan.plots.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kaiyuan.plots.IdleEvidence;
import org.kaiyuan.plots.IdleKind;
import org.kaiyuan.plots.StopCause;
import org.kaiyuan.plots.domain.IdleFacts.Stop;

/** 闲置 by 国土资源部令第53号 art. 2. */
class PlotIdleRuleTest {
    private static final LocalDate AGREED = day(2025, 3, 1);
    private static final BigDecimal GROUND = new BigDecimal("30000");
    private static final BigDecimal PROMISED = new BigDecimal("100000000");

    @Test
    void a_start_may_be_late_by_a_year_and_not_by_a_day_more() {
        assertThat(IdleRule.find(notStarted(AGREED), day(2026, 3, 1))).isEmpty();

        var found = IdleRule.find(notStarted(AGREED), day(2026, 3, 2)).orElseThrow();

        assertThat(found.kind()).isEqualTo(IdleKind.NOT_STARTED);
        assertThat(found.since()).isEqualTo(AGREED);
        assertThat(found.daysCounted()).isEqualTo(365);
        assertThat(found.daysExcluded()).isZero();
        assertThat(found.areaShare()).isNull();
    }

    @Test
    void a_year_with_a_leap_day_has_a_day_more() {
        assertThat(IdleRule.find(notStarted(day(2023, 3, 1)), day(2024, 3, 1))).isEmpty();
        assertThat(IdleRule.find(notStarted(day(2023, 3, 1)), day(2024, 3, 2)))
                .get()
                .extracting(IdleEvidence::daysCounted)
                .isEqualTo(366);
        assertThat(IdleRule.find(notStarted(day(2024, 2, 29)), day(2025, 2, 28))).isEmpty();
        assertThat(IdleRule.find(notStarted(day(2024, 2, 29)), day(2025, 3, 1))).isPresent();
    }

    @Test
    void days_that_a_government_or_force_majeure_took_do_not_count() {
        var late = day(2026, 3, 2);
        var held =
                List.of(
                        stop(day(2025, 6, 1), day(2025, 6, 10), StopCause.GOVERNMENT),
                        stop(day(2025, 6, 6), day(2025, 6, 20), StopCause.FORCE_MAJEURE));

        assertThat(IdleRule.find(notStarted(AGREED, held), late.plusDays(19))).isEmpty();
        assertThat(IdleRule.find(notStarted(AGREED, held), late.plusDays(20)))
                .get()
                .extracting(IdleEvidence::daysExcluded)
                .isEqualTo(20);
        var own = List.of(stop(day(2025, 6, 1), null, StopCause.OWN));
        assertThat(IdleRule.find(notStarted(AGREED, own), late)).isPresent();
        var before = List.of(stop(day(2024, 6, 1), AGREED, StopCause.GOVERNMENT));
        assertThat(IdleRule.find(notStarted(AGREED, before), late)).isPresent();
    }

    @Test
    void without_an_agreed_start_nothing_is_late() {
        assertThat(IdleRule.find(notStarted(null), day(2030, 1, 1))).isEmpty();
    }

    @Test
    void a_third_of_the_ground_and_a_quarter_of_the_money_are_enough() {
        var stopped = List.of(stop(day(2025, 3, 1), null, StopCause.OWN));
        var late = day(2026, 3, 2);

        assertThat(IdleRule.find(started("10000", "25000000", stopped), late)).isEmpty();
        assertThat(IdleRule.find(started("9999.99", "25000000", stopped), late)).isPresent();
        assertThat(IdleRule.find(started("10000", "24999999.99", stopped), late))
                .get()
                .satisfies(found -> {
                    assertThat(found.kind()).isEqualTo(IdleKind.STOPPED);
                    assertThat(found.areaShare()).isEqualByComparingTo("0.3333");
                    assertThat(found.startedOn()).isEqualTo(day(2024, 1, 1));
                });
        assertThat(IdleRule.find(started(null, null, stopped), late)).isEmpty();
    }

    @Test
    void a_standstill_lasts_a_year_whatever_its_parts_and_ends_with_work() {
        var parts =
                List.of(
                        stop(day(2025, 3, 1), day(2025, 5, 31), StopCause.OWN),
                        stop(day(2025, 6, 1), day(2025, 6, 30), StopCause.GOVERNMENT),
                        stop(day(2025, 7, 1), null, StopCause.OWN));
        assertThat(IdleRule.find(started("100", null, parts), day(2026, 3, 31))).isEmpty();
        assertThat(IdleRule.find(started("100", null, parts), day(2026, 4, 1)))
                .get()
                .satisfies(found -> {
                    assertThat(found.since()).isEqualTo(day(2025, 3, 1));
                    assertThat(found.daysExcluded()).isEqualTo(30);
                });

        var resumed =
                List.of(
                        stop(day(2025, 3, 1), day(2025, 5, 31), StopCause.OWN),
                        stop(day(2025, 6, 2), null, StopCause.OWN));
        assertThat(IdleRule.find(started("100", null, resumed), day(2026, 6, 2))).isEmpty();
        assertThat(IdleRule.find(started("100", null, resumed), day(2026, 6, 3))).isPresent();
        var over = List.of(stop(day(2025, 3, 1), day(2026, 12, 31), StopCause.OWN));
        assertThat(IdleRule.find(started("100", null, over), day(2027, 1, 1))).isEmpty();
    }

    @Test
    void ground_may_be_taken_back_when_two_years_are_over() {
        var almost = IdleRule.find(notStarted(AGREED), day(2027, 3, 1)).orElseThrow();
        var two = IdleRule.find(notStarted(AGREED), day(2027, 3, 2)).orElseThrow();

        assertThat(IdleRule.isPast(almost, IdleRule.YEARS_TO_RECOVERY)).isFalse();
        assertThat(IdleRule.isPast(two, IdleRule.YEARS_TO_RECOVERY)).isTrue();
    }

    @Test
    void as_a_count_day_by_day_whatever_the_stops() {
        var random = new Random(53);
        int idle = 0;
        for (int round = 0; round < 5_000; round++) {
            var stops = new ArrayList<Stop>();
            for (int n = random.nextInt(6); n > 0; n--) {
                var from = day(2023, 6, 1).plusDays(random.nextInt(1000));
                stops.add(
                        stop(
                                from,
                                random.nextInt(3) == 0 ? null : from.plusDays(random.nextInt(400)),
                                StopCause.values()[random.nextInt(3)]));
            }
            var agreed = day(2024, 1, 1).plusDays(random.nextInt(400));
            var facts =
                    random.nextBoolean() ? notStarted(agreed, stops) : started("100", "100", stops);
            var today = agreed.plusDays(random.nextInt(900));

            var found = IdleRule.find(facts, today);

            assertThat(found.isPresent())
                    .as("%s on %s", facts, today)
                    .isEqualTo(isIdleDayByDay(facts, today));
            idle += found.isPresent() ? 1 : 0;
        }
        assertThat(idle).isBetween(500, 4_500);
    }

    private static boolean isIdleDayByDay(IdleFacts facts, LocalDate today) {
        @Nullable LocalDate since = facts.startOn();
        if (facts.startedOn() != null) {
            since = null;
            for (var day = today;
                    isStopped(facts, day) && !day.isBefore(facts.startedOn());
                    day = day.minusDays(1)) { // back to where work was
                since = day;
            }
        }
        if (since == null || !since.isBefore(today)) {
            return false;
        }
        int needed = 0;
        for (var day = since; day.isBefore(since.plusYears(1)); day = day.plusDays(1)) {
            needed++;
        }
        int counted = 0;
        for (var day = since.plusDays(1); day.isBefore(today); day = day.plusDays(1)) {
            var now = day;
            if (facts.stops().stream()
                    .noneMatch(s -> s.cause() != StopCause.OWN && covers(s, now))) {
                counted++;
            }
        }
        return counted >= needed;
    }

    private static boolean isStopped(IdleFacts facts, LocalDate day) {
        return facts.stops().stream().anyMatch(stop -> covers(stop, day));
    }

    private static boolean covers(Stop stop, LocalDate day) {
        return !day.isBefore(stop.from()) && (stop.to() == null || !day.isAfter(stop.to()));
    }

    private static IdleFacts notStarted(@Nullable LocalDate agreed) {
        return notStarted(agreed, List.of());
    }

    private static IdleFacts notStarted(@Nullable LocalDate agreed, List<Stop> stops) {
        return new IdleFacts(agreed, null, GROUND, null, PROMISED, null, stops);
    }

    private static IdleFacts started(
            @Nullable String built, @Nullable String invested, List<Stop> stops) {
        return new IdleFacts(
                AGREED,
                day(2024, 1, 1),
                GROUND,
                built == null ? null : new BigDecimal(built),
                PROMISED,
                invested == null ? null : new BigDecimal(invested),
                stops);
    }

    private static Stop stop(LocalDate from, @Nullable LocalDate to, StopCause cause) {
        return new Stop(from, to, cause);
    }

    private static LocalDate day(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }
}
