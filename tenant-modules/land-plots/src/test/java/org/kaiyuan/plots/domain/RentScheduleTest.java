package org.kaiyuan.plots.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kaiyuan.plots.LeaseTerms;
import org.kaiyuan.plots.LeaseTerms.FreeDays;
import org.kaiyuan.plots.LeaseTerms.Growth;
import org.kaiyuan.plots.LeaseTerms.Step;
import org.kaiyuan.plots.domain.RentSchedule.Due;

class RentScheduleTest {
    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);

    @Test
    void a_year_paid_by_quarter_is_four_equal_instalments() {
        var all =
                schedule(
                                NEW_YEAR,
                                "1000",
                                LeaseTerms.flat(
                                        NEW_YEAR.plusYears(1).minusDays(1), yuan("18.5"), 3))
                        .all();

        assertThat(all).extracting(Due::amountYuan).containsOnly(yuan("55500.00"));
        assertThat(all)
                .extracting(Due::fromDay)
                .containsExactly(
                        NEW_YEAR,
                        LocalDate.of(2027, 4, 1),
                        LocalDate.of(2027, 7, 1),
                        LocalDate.of(2027, 10, 1));
        assertThat(all.getLast().toDay()).isEqualTo(LocalDate.of(2027, 12, 31));
    }

    @Test
    void a_month_that_is_cut_short_bears_as_many_parts_as_it_has_days() {
        var all =
                schedule(
                                LocalDate.of(2027, 1, 15),
                                "100",
                                LeaseTerms.flat(LocalDate.of(2027, 2, 20), yuan("31"), 1))
                        .all();

        assertThat(all)
                .containsExactly(
                        new Due(
                                LocalDate.of(2027, 1, 15),
                                LocalDate.of(2027, 2, 14),
                                LocalDate.of(2027, 1, 15),
                                yuan("3100.00")),
                        // 6 of the 28 days from 15 February to 14 March
                        new Due(
                                LocalDate.of(2027, 2, 15),
                                LocalDate.of(2027, 2, 20),
                                LocalDate.of(2027, 2, 15),
                                yuan("664.29")));
    }

    @Test
    void days_without_rent_bear_nothing() {
        var terms =
                new LeaseTerms(
                        LocalDate.of(2027, 3, 31),
                        yuan("31"),
                        null,
                        List.of(new FreeDays(NEW_YEAR, LocalDate.of(2027, 2, 14))),
                        List.of(),
                        null,
                        1,
                        5);

        assertThat(schedule(NEW_YEAR, "100", terms).all())
                .extracting(Due::amountYuan)
                .containsExactly(yuan("0.00"), yuan("1550.00"), yuan("3100.00"));
    }

    @Test
    void a_step_in_the_middle_of_a_month_is_paid_from_that_day_on() {
        var terms =
                new LeaseTerms(
                        LocalDate.of(2027, 1, 31),
                        yuan("31"),
                        null,
                        List.of(),
                        List.of(new Step(LocalDate.of(2027, 1, 11), yuan("62"))),
                        null,
                        12,
                        1);

        // 10 days at 1 yuan and 21 days at 2 yuan a m²
        assertThat(schedule(NEW_YEAR, "100", terms).all())
                .extracting(Due::amountYuan)
                .containsExactly(yuan("5200.00"));
    }

    @Test
    void a_rent_that_grows_is_compounded_and_kept_to_four_decimals() {
        var terms =
                new LeaseTerms(
                        NEW_YEAR.plusYears(3).minusDays(1),
                        yuan("19.9"),
                        null,
                        List.of(),
                        List.of(),
                        new Growth(yuan("3.5"), 12),
                        12,
                        1);
        var schedule = schedule(NEW_YEAR, "1", terms);

        assertThat(schedule.rentOn(NEW_YEAR)).isEqualByComparingTo("19.9");
        assertThat(schedule.rentOn(NEW_YEAR.plusYears(1))).isEqualByComparingTo("20.5965");
        // 19.9 × 1.035² = 21.3173775
        assertThat(schedule.rentOn(NEW_YEAR.plusYears(2))).isEqualByComparingTo("21.3174");
    }

    @Test
    void the_due_day_is_the_last_of_a_shorter_month_and_never_before_the_days_it_is_for() {
        var terms =
                new LeaseTerms(
                        LocalDate.of(2027, 4, 14),
                        yuan("1"),
                        null,
                        List.of(),
                        List.of(),
                        null,
                        1,
                        31);
        var early =
                new LeaseTerms(
                        LocalDate.of(2027, 4, 14),
                        yuan("1"),
                        null,
                        List.of(),
                        List.of(),
                        null,
                        1,
                        5);

        assertThat(schedule(LocalDate.of(2027, 1, 15), "1", terms).all())
                .extracting(Due::dueOn)
                .containsExactly(
                        LocalDate.of(2027, 1, 31),
                        LocalDate.of(2027, 2, 28),
                        LocalDate.of(2027, 3, 31));
        assertThat(schedule(LocalDate.of(2027, 1, 15), "1", early).all().getFirst().dueOn())
                .isEqualTo(LocalDate.of(2027, 1, 15));
    }

    @Test
    void months_that_begin_on_the_31st_leave_no_day_out() {
        var all =
                schedule(
                                LocalDate.of(2027, 1, 31),
                                "1",
                                LeaseTerms.flat(LocalDate.of(2028, 1, 30), yuan("1"), 1))
                        .all();

        assertThat(all).hasSize(12);
        for (int i = 1; i < all.size(); i++) {
            assertThat(all.get(i).fromDay()).isEqualTo(all.get(i - 1).toDay().plusDays(1));
        }
        assertThat(all).extracting(Due::amountYuan).containsOnly(yuan("1.00"));
    }

    /** 1,000 leases made up by chance, against a count that goes through every single day with exact fractions. */
    @Test
    void whatever_the_terms_it_is_what_a_count_day_by_day_gives() {
        var chance = new Random(20261129);
        for (int i = 0; i < 1000; i++) {
            var from = LocalDate.of(2024, 1, 1).plusDays(chance.nextInt(1500));
            var to = from.plusDays(chance.nextInt(900));
            var terms = terms(chance, from, to);
            var area = yuan(chance.nextInt(1, 500000) + "." + chance.nextInt(10, 99));
            var schedule = new RentSchedule(from, area, terms);
            var all = schedule.all();

            var expected = LocalDate.EPOCH;
            for (var due : all) {
                assertThat(due.amountYuan())
                        .as("%s m² from %s, %s: %s", area, from, terms, due)
                        .isEqualTo(naive(from, area, terms, due.fromDay(), due.toDay()));
                assertThat(due.dueOn()).isAfterOrEqualTo(due.fromDay());
                if (!expected.equals(LocalDate.EPOCH)) {
                    assertThat(due.fromDay()).isEqualTo(expected);
                }
                expected = due.toDay().plusDays(1);
            }
            assertThat(all.getFirst().fromDay()).isEqualTo(from);
            assertThat(all.getLast().toDay()).isEqualTo(to);
            var later = all.get(chance.nextInt(all.size())).fromDay();
            assertThat(schedule.from(later))
                    .isEqualTo(all.stream().filter(due -> !due.fromDay().isBefore(later)).toList());
        }
    }

    @Test
    void a_quarter_that_was_cut_short_by_the_end_is_first_paid_to_its_own_end() {
        var terms = LeaseTerms.flat(LocalDate.of(2027, 7, 10), yuan("31"), 3);

        assertThat(schedule(NEW_YEAR, "100", terms).from(LocalDate.of(2027, 3, 16)))
                .containsExactly(
                        // 16 of the 31 days of March
                        new Due(
                                LocalDate.of(2027, 3, 16),
                                LocalDate.of(2027, 3, 31),
                                LocalDate.of(2027, 3, 16),
                                yuan("1600.00")),
                        new Due(
                                LocalDate.of(2027, 4, 1),
                                LocalDate.of(2027, 6, 30),
                                LocalDate.of(2027, 4, 1),
                                yuan("9300.00")),
                        new Due(
                                LocalDate.of(2027, 7, 1),
                                LocalDate.of(2027, 7, 10),
                                LocalDate.of(2027, 7, 1),
                                yuan("1000.00")));
        assertThat(schedule(NEW_YEAR, "100", terms).from(LocalDate.of(2027, 7, 11))).isEmpty();
    }

    @Test
    void from_whatever_day_on_every_day_is_billed_once_and_a_part_of_a_month_as_its_days() {
        var chance = new Random(20261130);
        for (int i = 0; i < 1000; i++) {
            var from = LocalDate.of(2024, 1, 1).plusDays(chance.nextInt(1500));
            var to = from.plusDays(chance.nextInt(900));
            var terms = terms(chance, from, to);
            var first = from.plusDays(chance.nextInt(900));
            var area = yuan(chance.nextInt(1, 5000) + "." + chance.nextInt(10, 99));

            var expected = first;
            for (var due : new RentSchedule(from, area, terms).from(first)) {
                assertThat(due.fromDay()).as("%s to %s: %s", from, to, due).isEqualTo(expected);
                assertThat(due.toDay()).isBetween(due.fromDay(), to);
                // one that begins on the last day of a short month lasts up to three days longer
                assertThat(due.toDay())
                        .isBefore(due.fromDay().plusMonths(terms.intervalMonths()).plusDays(3));
                assertThat(due.amountYuan())
                        .isEqualTo(naive(from, area, terms, due.fromDay(), due.toDay()));
                expected = due.toDay().plusDays(1);
            }
            assertThat(expected).isEqualTo(first.isAfter(to) ? first : to.plusDays(1));
        }
    }

    private static LeaseTerms terms(Random chance, LocalDate from, LocalDate to) {
        var free = new ArrayList<FreeDays>();
        var steps = new ArrayList<Step>();
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        var day = from;
        for (int i = 0; i < chance.nextInt(4) && !day.isAfter(to); i++) {
            var begin = day.plusDays(chance.nextLong(days));
            var end = begin.plusDays(chance.nextInt(60));
            if (!end.isAfter(to)) {
                free.add(new FreeDays(begin, end));
                day = end.plusDays(2);
            }
        }
        @Nullable Growth growth = null;
        if (chance.nextBoolean()) {
            growth =
                    new Growth(
                            BigDecimal.valueOf(chance.nextInt(-2000, 3000), 2),
                            chance.nextInt(1, 24));
        } else {
            var step = from;
            for (int i = 0; i < chance.nextInt(5); i++) {
                step = step.plusDays(1 + chance.nextInt(200));
                steps.add(new Step(step, BigDecimal.valueOf(chance.nextInt(1_000_000), 4)));
            }
        }
        int interval = List.of(1, 3, 6, 12).get(chance.nextInt(4));
        return new LeaseTerms(
                to,
                BigDecimal.valueOf(chance.nextInt(1_000_000), 4),
                null,
                free,
                steps,
                growth,
                interval,
                chance.nextInt(1, 32));
    }

    /** As a person with much time would do it: day by day, in fractions of whole numbers. */
    private static BigDecimal naive(
            LocalDate from, BigDecimal area, LeaseTerms terms, LocalDate first, LocalDate last) {
        var above = BigInteger.ZERO;
        var below = BigInteger.ONE;
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            int month = 0;
            while (!from.plusMonths(month + 1).isAfter(day)) {
                month++;
            }
            var rent = terms.rentYuanM2();
            if (terms.growth() != null) {
                for (int times = month / terms.growth().everyMonths(); times > 0; times--) {
                    rent =
                            rent.multiply(
                                    BigDecimal.ONE.add(terms.growth().percent().movePointLeft(2)));
                }
                rent = rent.setScale(4, RoundingMode.HALF_UP);
            }
            for (var step : terms.steps()) {
                if (!day.isBefore(step.fromDay())) {
                    rent = step.rentYuanM2();
                }
            }
            for (var free : terms.free()) {
                if (!day.isBefore(free.fromDay()) && !day.isAfter(free.toDay())) {
                    rent = BigDecimal.ZERO;
                }
            }
            var days =
                    BigInteger.valueOf(
                            ChronoUnit.DAYS.between(
                                    from.plusMonths(month), from.plusMonths(month + 1)));
            var part = rent.multiply(area).setScale(6).unscaledValue();
            above = above.multiply(days).add(part.multiply(below));
            below = below.multiply(days);
            var common = above.gcd(below);
            above = above.divide(common);
            below = below.divide(common);
        }
        return new BigDecimal(above)
                .divide(
                        new BigDecimal(below.multiply(BigInteger.valueOf(1_000_000))),
                        2,
                        RoundingMode.HALF_UP);
    }

    private static RentSchedule schedule(LocalDate from, String area, LeaseTerms terms) {
        return new RentSchedule(from, yuan(area), terms);
    }

    private static BigDecimal yuan(String amount) {
        return new BigDecimal(amount);
    }
}
