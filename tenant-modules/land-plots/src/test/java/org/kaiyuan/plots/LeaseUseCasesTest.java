package org.kaiyuan.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kaiyuan.plots.FloorSamples.building;
import static org.kaiyuan.plots.FloorSamples.lease;
import static org.kaiyuan.plots.FloorSamples.paid;
import static org.kaiyuan.plots.FloorSamples.payment;
import static org.kaiyuan.plots.FloorSamples.rent;
import static org.kaiyuan.plots.FloorSamples.unit;
import static org.kaiyuan.plots.FloorSamples.until;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@KaiyuanTest
@ActAsZone("deyang")
class LeaseUseCasesTest {
    private static final LocalDate TODAY = LocalDate.now();

    /** So that today lies in the third month of a lease of a year, on no edge of a month. */
    private static final LocalDate BEGAN = TODAY.minusMonths(2).minusDays(9);

    private static final LocalDate ENDS = BEGAN.plusYears(1).minusDays(1);

    @Autowired BuildingRegistration buildings;
    @Autowired UnitRegistration units;
    @Autowired UnitDirectory unitDirectory;
    @Autowired LeaseSigning signing;
    @Autowired LeaseKeeping keeping;
    @Autowired LeaseDirectory leases;
    @Autowired RentPayments payments;
    @Autowired JdbcTemplate jdbc;
    @Autowired PlatformTransactionManager transactions;
    @Autowired Zones zones;
    @Autowired TestServers servers;

    BuildingId building = BuildingId.next();
    UnitId unit = UnitId.next();
    UnitId other = UnitId.next();

    @BeforeEach
    void a_building_with_two_units() throws Exception {
        FloorSamples.clear(servers);
        building = buildings.register(building("1号", 1));
        unit = units.add(building, unit(1, "101", "1000"));
        other = units.add(building, unit(1, "102", "500"));
    }

    @Test
    void a_lease_is_signed_with_its_instalments_and_shows_what_is_overdue() {
        var id = signing.sign(lease("ZL-1", "甲公司", BEGAN, until(ENDS), unit, other));

        var details = leases.details(id);
        assertThat(details.areaM2()).isEqualByComparingTo("1500");
        assertThat(details.state()).isEqualTo(LeaseState.RUNNING);
        assertThat(details.units()).hasSize(2);
        assertThat(details.sums().total()).isEqualByComparingTo("360000.00");
        assertThat(details.sums().overdue()).isEqualByComparingTo("90000.00");
        assertThat(leases.instalments(id)).hasSize(12);
        assertThat(leases.find(LeaseFilter.ALL, null, 10).items())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.units()).containsExactly("1号 101", "1号 102");
                    assertThat(row.overdueYuan()).isEqualByComparingTo("90000.00");
                });
        assertThat(payments.overdue(null, 10).items())
                .extracting(OverdueRent::openYuan)
                .containsOnly(new BigDecimal("30000.00"))
                .hasSize(3);
    }

    @Test
    void two_leases_of_a_unit_share_no_day() {
        signing.sign(lease("ZL-1", "甲公司", BEGAN, until(ENDS), unit));

        assertThatThrownBy(() ->
                        signing.sign(
                                lease("ZL-2", "乙公司", ENDS, until(ENDS.plusDays(9)), other, unit)))
                .isInstanceOfSatisfying(
                        UnitLeasedRefused.class,
                        refused ->
                                assertThat(refused.arguments())
                                        .containsExactly("101", "ZL-1", BEGAN, ENDS));
        assertThatThrownBy(() ->
                        signing.sign(lease("ZL-2", "乙公司", BEGAN.minusDays(9), until(BEGAN), unit)))
                .isInstanceOf(UnitLeasedRefused.class);
        signing.sign(lease("ZL-2", "乙公司", ENDS.plusDays(1), until(ENDS.plusDays(9)), unit));
        signing.sign(lease("ZL-0", "丙公司", BEGAN.minusDays(9), until(BEGAN.minusDays(1)), unit));
        assertThat(leases.find(LeaseFilter.of(unit), null, 9).items()).hasSize(3);
        assertThat(
                        leases.find(
                                        new LeaseFilter(
                                                null,
                                                Set.of(LeaseState.EXPIRED, LeaseState.TO_COME),
                                                building,
                                                null,
                                                null,
                                                null),
                                        null,
                                        9)
                                .items())
                .extracting(LeaseRow::number)
                .containsExactlyInAnyOrder("ZL-0", "ZL-2");
    }

    @Test
    void of_twenty_who_want_a_unit_at_once_exactly_one_gets_it() throws Exception {
        var start = new CountDownLatch(1);
        var won = new AtomicInteger();
        var told = new AtomicInteger();
        try (var pool = Executors.newFixedThreadPool(20)) {
            for (int i = 0; i < 20; i++) {
                // in both orders, so that who would not sort them would wait in a circle
                var wanted = i % 2 == 0 ? List.of(unit, other) : List.of(other, unit);
                var draft =
                        lease(
                                "ZL-" + i,
                                "公司" + i,
                                BEGAN,
                                until(ENDS),
                                wanted.toArray(UnitId[]::new));
                Callable<LeaseId> attempt = () -> signing.sign(draft);
                pool.submit(() -> {
                    start.await();
                    try {
                        zones.in("deyang", attempt);
                        won.incrementAndGet();
                    } catch (UnitLeasedRefused refused) {
                        told.incrementAndGet();
                    }
                    return true;
                });
            }
            start.countDown();
        }

        assertThat(won).hasValue(1);
        assertThat(told).hasValue(19);
        assertThat(leases.find(LeaseFilter.ALL, null, 50).items()).hasSize(1);
    }

    @Test
    void a_payment_pays_the_earliest_and_is_recorded_once_by_its_reference() {
        var id = signing.sign(lease("ZL-1", "甲公司", BEGAN, until(ENDS), unit));

        var first = payments.record(id, payment("B-1", "30000", null));
        assertThat(payments.record(id, payment("B-1", "30000.00", null))).isEqualTo(first);

        assertThat(paid(leases.instalments(id)).subList(0, 3))
                .containsExactly(yuan("20000.00"), yuan("10000.00"), yuan("0.00"));
        assertThat(leases.details(id).sums())
                .satisfies(sums -> {
                    assertThat(sums.paid()).isEqualByComparingTo("30000");
                    assertThat(sums.overdue()).isEqualByComparingTo("30000");
                });
        assertThatThrownBy(() -> payments.record(id, payment("B-1", "29999", null)))
                .isInstanceOf(LeaseRefused.class);
        assertThatThrownBy(() -> payments.record(id, payment("B-2", "-30000.01", null)))
                .isInstanceOf(LeaseRefused.class);
        assertThatThrownBy(() -> payments.record(id, payment("B-2", "1", TODAY.plusDays(1))))
                .isInstanceOf(PlotFieldsRefused.class);
        payments.record(id, payment("B-2", "-15000", null));
        assertThat(paid(leases.instalments(id)).getFirst()).isEqualByComparingTo("15000");
        assertThat(payments.of(id)).hasSize(2);
    }

    @Test
    void the_same_payment_twenty_times_at_once_is_recorded_once() throws Exception {
        var id = signing.sign(lease("ZL-1", "甲公司", BEGAN, until(ENDS), unit));
        try (var pool = Executors.newFixedThreadPool(20)) {
            for (int i = 0; i < 20; i++) {
                pool.submit(() ->
                        zones.in("deyang", () -> payments.record(id, payment("B-1", "5", null))));
            }
        }

        assertThat(payments.of(id)).hasSize(1);
    }

    @Test
    void a_changed_rent_counts_from_the_next_instalment_and_what_was_paid_stays() {
        var id = signing.sign(lease("ZL-1", "甲公司", BEGAN, until(ENDS), unit));
        payments.record(id, payment("B-1", "95000", null)); // four and three quarters of a month

        keeping.revise(id, 0, "ZL-1", null, "甲公司", rent(until(ENDS), "10"), null);

        var now = leases.instalments(id);
        assertThat(now).hasSize(12);
        assertThat(now.subList(0, 4).stream().map(RentInstalment::amountYuan))
                .containsExactly(
                        yuan("20000.00"), yuan("20000.00"), yuan("20000.00"), yuan("10000.00"));
        assertThat(paid(now).stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("95000");
        assertThat(paid(now).get(5)).isEqualByComparingTo("10000");
        assertThat(leases.details(id).sums().paid()).isEqualByComparingTo("95000");
        assertThatThrownBy(() -> keeping.revise(id, 0, "ZL-1", null, "甲公司", until(ENDS), null))
                .isInstanceOf(FloorChangedMeanwhile.class);
        assertThatThrownBy(() -> keeping.revise(id, 1, "ZL-1", null, "甲公司", until(TODAY), null))
                .isInstanceOf(PlotFieldsRefused.class);
    }

    @Test
    void a_lease_does_not_grow_into_the_next_one() {
        var id = signing.sign(lease("ZL-1", "甲公司", BEGAN, until(ENDS), unit));
        signing.sign(lease("ZL-2", "乙公司", ENDS.plusDays(5), until(ENDS.plusDays(30)), unit));

        assertThatThrownBy(() ->
                        keeping.revise(id, 0, "ZL-1", null, "甲公司", until(ENDS.plusDays(5)), null))
                .isInstanceOf(UnitLeasedRefused.class);
        keeping.revise(id, 0, "ZL-1", null, "甲公司", until(ENDS.plusDays(4)), null);

        var all = leases.instalments(id);
        assertThat(all).hasSize(13);
        assertThat(all.getLast().toDay()).isEqualTo(ENDS.plusDays(4));
        assertThat(unitDirectory.details(unit).leasedUntil()).isEqualTo(ENDS.plusDays(4));
    }

    @Test
    void a_lease_that_ends_early_owes_to_its_last_day_and_shows_what_was_paid_beyond() {
        var id = signing.sign(lease("ZL-1", "甲公司", BEGAN, until(ENDS), unit));
        payments.record(id, payment("B-1", "240000", null));
        var last = BEGAN.plusMonths(2).plusDays(4); // five days of the third month

        assertThatThrownBy(() -> keeping.end(id, 0, end(ENDS, ENDS, "到期")))
                .isInstanceOf(PlotFieldsRefused.class);
        assertThatThrownBy(() -> keeping.end(id, 0, end(last, last.minusDays(1), "解除")))
                .isInstanceOf(PlotFieldsRefused.class);
        keeping.end(id, 0, end(last, TODAY, "协商解除"));

        var days =
                BEGAN.plusMonths(2).until(BEGAN.plusMonths(3), java.time.temporal.ChronoUnit.DAYS);
        var five =
                yuan("100000").divide(BigDecimal.valueOf(days), 2, java.math.RoundingMode.HALF_UP);
        assertThat(leases.instalments(id))
                .extracting(RentInstalment::amountYuan)
                .containsExactly(yuan("20000.00"), yuan("20000.00"), five);
        var details = leases.details(id);
        assertThat(details.state()).isEqualTo(LeaseState.ENDED_EARLY);
        assertThat(details.sums().paid()).isEqualByComparingTo("240000");
        assertThat(details.sums().credit()).isEqualByComparingTo(yuan("200000.00").subtract(five));
        assertThatThrownBy(() -> keeping.revise(id, 1, "ZL-1", null, "甲公司", until(ENDS), null))
                .isInstanceOf(LeaseRefused.class);
        assertThatThrownBy(() -> signing.renew(id, "ZL-2", until(ENDS.plusYears(1)), null))
                .isInstanceOf(LeaseRefused.class);
        payments.record(id, payment("B-2", "-1000", null));
        signing.sign(lease("ZL-3", "乙公司", last.plusDays(1), until(ENDS), unit));
    }

    @Test
    void a_lease_is_renewed_once_from_the_day_after_on() {
        var id = signing.sign(lease("ZL-1", "甲公司", BEGAN, until(ENDS), unit, other));

        var next = signing.renew(id, "ZL-2", until(ENDS.plusYears(1)), "续租一年");

        assertThat(leases.details(next))
                .satisfies(details -> {
                    assertThat(details.fromDay()).isEqualTo(ENDS.plusDays(1));
                    assertThat(details.renews()).isEqualTo(id);
                    assertThat(details.units()).hasSize(2);
                });
        assertThat(leases.details(id).renewedBy()).isEqualTo(next);
        assertThatThrownBy(() -> signing.renew(id, "ZL-3", until(ENDS.plusYears(1)), null))
                .isInstanceOf(org.kaiyuan.platform.refusal.Refusal.class);
        var ending = leases.ending(12);
        assertThat(ending.leases()).extracting(LeaseRow::renewed).containsExactly(true);
        assertThat(ending.months())
                .singleElement()
                .satisfies(month -> assertThat(month.areaM2()).isZero());
        keeping.withdraw(next, 0);
        assertThat(leases.details(id).renewedBy()).isNull();
    }

    @Test
    void what_money_was_booked_on_is_not_withdrawn() {
        var id = signing.sign(lease("ZL-1", "甲公司", BEGAN, until(ENDS), unit));
        payments.record(id, payment("B-1", "5", null));

        assertThatThrownBy(() -> keeping.withdraw(id, 0)).isInstanceOf(LeaseRefused.class);
        assertThat(payments.of(id)).hasSize(1);
    }

    @Test
    void what_is_wrong_with_a_lease_is_told_field_by_field() {
        var terms =
                new LeaseTerms(
                        BEGAN.plusYears(20),
                        yuan("-1"),
                        null,
                        List.of(new LeaseTerms.FreeDays(BEGAN.minusDays(1), BEGAN)),
                        List.of(),
                        null,
                        2,
                        32);

        assertThatThrownBy(() -> signing.sign(lease("", "甲公司", BEGAN, terms)))
                .isInstanceOfSatisfying(
                        PlotFieldsRefused.class,
                        refused ->
                                assertThat(refused.fields())
                                        .extracting(fault -> fault.field())
                                        .containsExactlyInAnyOrder(
                                                "units",
                                                "number",
                                                "terms.toDay",
                                                "terms.intervalMonths",
                                                "terms.dueDay",
                                                "terms.rentYuanM2",
                                                "terms.free"));
        assertThatThrownBy(() -> signing.sign(lease("ZL", "甲", BEGAN, until(ENDS), UnitId.next())))
                .isInstanceOf(PlotFieldsRefused.class);
        units.revise(
                other,
                0,
                new UnitProfile(
                        1,
                        "102",
                        yuan("500"),
                        null,
                        null,
                        null,
                        null,
                        UnitUse.OFFICE,
                        UnitState.OWN_USE,
                        null));
        assertThatThrownBy(() -> signing.sign(lease("ZL", "甲", BEGAN, until(ENDS), other)))
                .isInstanceOf(UnitLeasedRefused.class);
    }

    @Test
    void numbers_that_would_fill_the_memory_are_refused() {
        for (var odd : List.of("1e99999999", "1e-99999999")) {
            var draft = lease("ZL", "甲", BEGAN, rent(until(ENDS), odd), unit);
            assertThatThrownBy(() -> signing.sign(draft)).isInstanceOf(PlotFieldsRefused.class);
        }
        var id = signing.sign(lease("ZL-1", "甲公司", BEGAN, until(ENDS), unit));
        assertThatThrownBy(() -> payments.record(id, payment("B-1", "1e-99999999", null)))
                .isInstanceOf(PlotFieldsRefused.class);
        assertThatThrownBy(() -> payments.record(id, payment("B-1", "1e99999999", null)))
                .isInstanceOf(PlotFieldsRefused.class);
    }

    @Test
    void what_wants_attention_is_counted() {
        var first = signing.sign(lease("ZL-1", "甲公司", BEGAN, until(ENDS), unit));
        signing.sign(lease("ZL-2", "乙公司", TODAY.minusDays(3), until(TODAY.plusDays(9)), other));

        assertThat(leases.attention(TODAY.plusDays(8))).isEqualTo(new LeaseAttention(0, 4));
        assertThat(leases.attention(TODAY.plusDays(9))).isEqualTo(new LeaseAttention(1, 4));
        assertThat(leases.attention(ENDS)).isEqualTo(new LeaseAttention(2, 4));
        signing.renew(first, "ZL-3", until(ENDS.plusYears(1)), null);
        payments.record(first, payment("B-1", "60000", null));
        assertThat(leases.attention(ENDS)).isEqualTo(new LeaseAttention(1, 1));
        assertThat(zones.in("luzhou", () -> leases.attention(ENDS)))
                .isEqualTo(new LeaseAttention(0, 0));
    }

    @Test
    void leases_and_buildings_are_found_by_the_beginning_of_a_name_through_an_index() {
        assertThat(plan("plots.lease where tenant_name >= '甲' and tenant_name < '乙'"))
                .contains("lease_by_tenant");
        assertThat(plan("plots.building where name >= '甲' and name < '乙' and ended_on is null"))
                .contains("building_by_name");
    }

    /** As this zone reads, its wall included. */
    private String plan(String from) {
        return new TransactionTemplate(transactions)
                .execute(transaction -> {
                    jdbc.execute("set local enable_seqscan = off");
                    return String.join(
                            "\n", jdbc.queryForList("explain select 1 from " + from, String.class));
                });
    }

    @Test
    void overdue_rent_comes_page_by_page_the_longest_first() {
        for (var one : List.of(unit, other)) {
            signing.sign(lease("ZL-" + one, "公司", BEGAN, until(ENDS), one));
        }
        var first = payments.overdue(null, 4);

        assertThat(first.items())
                .hasSize(4)
                .isSortedAccordingTo((a, b) -> a.dueOn().compareTo(b.dueOn()));
        var rest = payments.overdue(first.next(), 4);
        assertThat(rest.items()).hasSize(2);
        assertThat(rest.next()).isNull();
        assertThatThrownBy(() -> payments.overdue("2026-13-01_x", 4))
                .isInstanceOf(org.kaiyuan.platform.records.CursorRefused.class);
    }

    @Test
    void another_zone_sees_nothing() {
        var id = signing.sign(lease("ZL-1", "甲公司", BEGAN, until(ENDS), unit));
        payments.record(id, payment("B-1", "5", null));

        zones.in(
                "luzhou",
                () -> {
                    assertThat(leases.find(LeaseFilter.ALL, null, 10).items()).isEmpty();
                    assertThat(leases.ending(60).leases()).isEmpty();
                    assertThat(leases.ending(60).months()).isEmpty();
                    assertThat(payments.overdue(null, 10).items()).isEmpty();
                    for (Callable<?> attempt :
                            Arrays.<Callable<?>>asList(
                                    () -> leases.details(id),
                                    () -> leases.instalments(id),
                                    () -> leases.history(id, null, 10),
                                    () -> payments.of(id),
                                    () -> payments.record(id, payment("B-2", "5", null)),
                                    () -> signing.renew(id, "ZL-2", until(ENDS.plusYears(1)), null),
                                    () ->
                                            keeping.revise(
                                                    id, 0, "ZL-1", null, "乙", until(ENDS), null),
                                    () -> keeping.end(id, 0, end(TODAY, TODAY, "解除")),
                                    () -> {
                                        keeping.withdraw(id, 0);
                                        return true;
                                    })) {
                        assertThatThrownBy(attempt::call).isInstanceOf(UnknownLease.class);
                    }
                    return true;
                });
        assertThat(leases.details(id).version()).isZero();
    }

    private static LeaseDetails.EarlyEnd end(LocalDate last, LocalDate settled, String reason) {
        return new LeaseDetails.EarlyEnd(last, settled, reason);
    }

    private static BigDecimal yuan(String amount) {
        return new BigDecimal(amount);
    }
}
