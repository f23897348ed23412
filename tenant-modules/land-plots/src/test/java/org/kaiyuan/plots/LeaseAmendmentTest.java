package org.kaiyuan.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kaiyuan.plots.FloorSamples.building;
import static org.kaiyuan.plots.FloorSamples.lease;
import static org.kaiyuan.plots.FloorSamples.payment;
import static org.kaiyuan.plots.FloorSamples.unit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Leases that are extended and amended while they run, with a clock of the test. */
@KaiyuanTest
@Import(MovingClock.Bound.class)
@ActAsZone("deyang")
class LeaseAmendmentTest {
    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);
    private static final LocalDate MID_MARCH = LocalDate.of(2027, 3, 15);

    @Autowired BuildingRegistration buildings;
    @Autowired UnitRegistration units;
    @Autowired LeaseSigning signing;
    @Autowired LeaseKeeping keeping;
    @Autowired LeaseDirectory leases;
    @Autowired RentPayments payments;
    @Autowired MovingClock clock;
    @Autowired TestServers servers;

    BuildingId building = BuildingId.next();
    UnitId unit = UnitId.next();

    @BeforeEach
    void a_unit() throws Exception {
        FloorSamples.clear(servers);
        clock.day(NEW_YEAR);
        building = buildings.register(building("1号", 1));
        unit = units.add(building, unit(1, "101", "100"));
    }

    @Test
    void a_lease_that_ends_within_a_month_is_extended_in_that_month() {
        var id = signing.sign(lease("ZL-1", "甲公司", NEW_YEAR, flat(MID_MARCH, 1), unit));
        clock.day(LocalDate.of(2027, 3, 5));

        revise(id, 0, flat(LocalDate.of(2027, 4, 30), 1));

        assertThat(leases.instalments(id))
                .extracting(RentInstalment::fromDay)
                .containsExactly(
                        NEW_YEAR,
                        LocalDate.of(2027, 2, 1),
                        LocalDate.of(2027, 3, 1),
                        LocalDate.of(2027, 3, 16),
                        LocalDate.of(2027, 4, 1));
        assertThat(leases.instalments(id).stream().map(RentInstalment::amountYuan))
                .containsExactly(
                        yuan("3100.00"),
                        yuan("3100.00"),
                        yuan("1500.00"),
                        yuan("1600.00"),
                        yuan("3100.00"));
    }

    @Test
    void a_deposit_that_changes_in_the_last_month_changes_no_instalment() {
        var id = signing.sign(lease("ZL-1", "甲公司", NEW_YEAR, flat(MID_MARCH, 3), unit));
        clock.day(LocalDate.of(2027, 3, 5));
        var before = leases.instalments(id);

        revise(
                id,
                0,
                new LeaseTerms(
                        MID_MARCH, yuan("31"), yuan("500"), List.of(), List.of(), null, 3, 20));

        assertThat(leases.instalments(id)).isEqualTo(before).hasSize(1);
        assertThat(leases.details(id).terms().depositYuan()).isEqualByComparingTo("500");
    }

    @Test
    void whatever_is_amended_no_day_is_billed_twice_or_left_out() {
        var chance = new Random(20261129);
        for (int i = 0; i < 60; i++) {
            var its = units.add(building, unit(1, "B" + i, "100"));
            var from = NEW_YEAR.plusDays(chance.nextInt(400));
            var today = from;
            clock.day(today);
            var first = terms(chance, from.plusDays(chance.nextInt(400)));
            var id = signing.sign(lease("ZL-" + i, "甲公司", from, first, its));
            payments.record(id, payment("B", "700", from));
            long version = 0;
            for (int times = 0; times < 5; times++) {
                today = today.plusDays(chance.nextInt(90));
                clock.day(today);
                var begun = begun(id, today);
                var to = begun.plusDays(chance.nextInt(3) * chance.nextInt(120));
                version = revise(id, version, terms(chance, to));

                var next = from;
                for (var due : leases.instalments(id)) {
                    assertThat(due.fromDay()).as("from %s to %s", from, to).isEqualTo(next);
                    assertThat(due.toDay()).isAfterOrEqualTo(due.fromDay());
                    next = due.toDay().plusDays(1);
                }
                assertThat(next).isEqualTo(to.plusDays(1));
                assertThat(begun(id, begun)).as("what has begun stays").isEqualTo(begun);
            }
        }
    }

    /** The last day of the instalments that have begun. */
    private LocalDate begun(LeaseId id, LocalDate today) {
        return leases.instalments(id).stream()
                .filter(due -> !due.fromDay().isAfter(today))
                .map(RentInstalment::toDay)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    private long revise(LeaseId id, long version, LeaseTerms terms) {
        return keeping.revise(id, version, "ZL-" + id.value(), null, "甲公司", terms, null);
    }

    private static LeaseTerms terms(Random chance, LocalDate to) {
        return new LeaseTerms(
                to,
                BigDecimal.valueOf(chance.nextInt(100_000), 2),
                null,
                List.of(),
                List.of(),
                null,
                List.of(1, 3, 6, 12).get(chance.nextInt(4)),
                chance.nextInt(1, 32));
    }

    private static LeaseTerms flat(LocalDate to, int interval) {
        return LeaseTerms.flat(to, yuan("31"), interval);
    }

    private static BigDecimal yuan(String amount) {
        return new BigDecimal(amount);
    }
}
