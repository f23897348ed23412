package org.kaiyuan.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.testing.ActAsZone;
import org.springframework.beans.factory.annotation.Autowired;

/** The supply contract, what is paid by it, and construction. */
@ActAsZone("deyang")
class PlotSupplyTest extends IdleGround {
    @Autowired PlotBoundaryChange boundary;
    @Autowired PlotRatings ratings;
    @Autowired SupplyPayments payments;
    @Autowired SupplyRulesKeeping rules;
    @Autowired PlotRegistration registration;

    @Test
    void a_plot_is_supplied_by_a_contract_and_its_holder_holds_the_plot() {
        open();
        var id = announced("A-01", 1);
        assertThat(moves.refusing(id, PlotState.SUPPLIED))
                .extracting(RefusedPlotGate::gate)
                .containsExactly(PlotGate.SUPPLY_CONTRACT);
        assertThatThrownBy(() -> move(id, PlotState.SUPPLIED)).isInstanceOf(PlotGatesRefused.class);

        contracts.sign(id, note("A-01", TODAY));
        move(id, PlotState.SUPPLIED);

        assertThat(directory.details(id).profile().holderName()).isEqualTo("德阳某某装备有限公司");
        assertThat(contracts.running(id))
                .get()
                .satisfies(contract -> {
                    assertThat(contract.phase()).isEqualTo(SupplyPhase.GRANT);
                    assertThat(contract.version()).isZero();
                });
    }

    @Test
    void a_zone_may_decide_to_supply_without_a_contract() {
        open();
        var id = announced("A-01", 1);
        var d = SupplyRules.DEFAULT;
        var decided = without(d);
        rules.decide(decided, 0);

        move(id, PlotState.SUPPLIED);

        assertThat(rules.stored().version()).isOne();
        assertThatThrownBy(() -> rules.decide(d, 0)).isInstanceOf(SupplyChangedMeanwhile.class);
    }

    @Test
    void one_contract_runs_for_a_plot_however_many_sign_at_once() throws Exception {
        open();
        var id = announced("A-01", 1);
        Callable<Boolean> attempt =
                () ->
                        zones.in(
                                "deyang",
                                () -> {
                                    try {
                                        contracts.sign(id, note("A-01", TODAY));
                                        return true;
                                    } catch (SupplyRefused refused) {
                                        return false;
                                    }
                                });
        int signed = 0;
        try (var pool = Executors.newFixedThreadPool(4)) {
            for (var one : pool.invokeAll(IntStream.range(0, 8).mapToObj(i -> attempt).toList())) {
                signed += one.get() ? 1 : 0;
            }
        }

        assertThat(signed).isOne();
        assertThat(contracts.of(id)).hasSize(1);
    }

    @Test
    void ground_under_contract_keeps_its_border() {
        open();
        var id = supplied("A-01", 1, TODAY.plusDays(100));
        var seen = new PlotSeen(id, directory.details(id).version());
        var shape = directory.details(id).shape();

        assertThatThrownBy(() -> boundary.change(seen, shape, null, null, null))
                .isInstanceOfSatisfying(
                        PlotLineageRefused.class,
                        r ->
                                assertThat(r.messageKey())
                                        .isEqualTo("plots.refusal.lineage.contract"));
    }

    @Test
    void the_map_says_how_near_ground_is_to_lying_idle() {
        open();
        var late = supplied("A-01", 1, TODAY.minusDays(30));
        var fine = supplied("A-02", 2, TODAY.plusDays(100));
        var everywhere = new Box(70, 10, 140, 60);

        assertThat(ratings.idle(everywhere))
                .containsEntry(late, PlotRatings.IdleRisk.LATE)
                .containsEntry(fine, PlotRatings.IdleRisk.FINE);
        assertThat(zones.in("luzhou", () -> ratings.idle(everywhere))).isEmpty();
    }

    @Test
    void output_is_spoken_of_in_bands_of_ten_thousand_yuan_a_mu() {
        // 15 yuan per m² are 1 万元 per 亩
        assertThat(PlotRatings.OutputBand.of(new BigDecimal("1499.99")))
                .isEqualTo(PlotRatings.OutputBand.BELOW_100);
        assertThat(PlotRatings.OutputBand.of(new BigDecimal("1500")))
                .isEqualTo(PlotRatings.OutputBand.BELOW_200);
        assertThat(PlotRatings.OutputBand.of(new BigDecimal("7500")))
                .isEqualTo(PlotRatings.OutputBand.FROM_500);
    }

    @Test
    void terms_follow_the_mode_and_the_zones_rules() {
        open();
        var id = announced("A-01", 1);

        refused(() -> contracts.sign(id, of(SupplyMode.GRANT, 51, null)), "termYears");
        refused(() -> contracts.sign(id, of(SupplyMode.FLEXIBLE, 51, null)), "termYears");
        refused(() -> contracts.sign(id, of(SupplyMode.LONG_LEASE, 21, null)), "termYears");
        refused(() -> contracts.sign(id, of(SupplyMode.LONG_LEASE, 4, null)), "termYears");
        refused(() -> contracts.sign(id, of(SupplyMode.LEASE_THEN_GRANT, 50, 6)), "leaseYears");
        refused(() -> contracts.sign(id, of(SupplyMode.LEASE_THEN_GRANT, 50, null)), "leaseYears");
        refused(() -> contracts.sign(id, of(SupplyMode.GRANT, 50, 5)), "leaseYears");
        assertThat(contracts.sign(id, of(SupplyMode.LEASE_THEN_GRANT, 50, 5))).isNotNull();
    }

    @Test
    void a_contract_is_for_ground_that_is_announced_or_supplied() {
        var id = plot("A-01", 1);

        assertThatThrownBy(() -> contracts.sign(id, note("A-01", TODAY)))
                .isInstanceOfSatisfying(
                        SupplyRefused.class,
                        r -> assertThat(r.messageKey()).isEqualTo("plots.refusal.supply.notOpen"));
    }

    @Test
    void every_wording_is_kept_and_nobody_overwrites_what_they_have_not_seen() {
        open();
        var id = supplied("A-01", 1, TODAY.plusDays(100));
        var contract = contracts.running(id).orElseThrow();

        contracts.amend(id, 0, note("A-01", TODAY.plusDays(400)), "经批准延期动工");

        assertThatThrownBy(() -> contracts.amend(id, 0, note("A-01", TODAY), "又改"))
                .isInstanceOf(SupplyChangedMeanwhile.class);
        assertThatThrownBy(() -> contracts.amend(id, 1, of(SupplyMode.FLEXIBLE, 30, null), "改方式"))
                .isInstanceOf(SupplyRefused.class);
        assertThat(contracts.amendments(id, contract.id()))
                .extracting(a -> a.version() + a.note().startOn().toString() + a.reason())
                .containsExactly(
                        1L + TODAY.plusDays(400).toString() + "经批准延期动工",
                        0L + TODAY.plusDays(100).toString());
        assertThat(directory.history(id, null, 10).getFirst().act()).isEqualTo("contractAmended");
    }

    @Test
    void a_contract_ends_with_a_reason_and_with_the_recovery() {
        open();
        var id = supplied("A-01", 1, TODAY);
        contracts.end(id, 0, TODAY, "双方协商解除");
        assertThat(contracts.running(id)).isEmpty();
        assertThat(directory.details(id).profile().holderName()).isNull();

        contracts.sign(id, note("A-02", TODAY));
        moves.move(id, PlotState.RECOVERED, null, "依法收回");

        assertThat(contracts.of(id))
                .extracting(SupplyContract::endReason)
                .containsExactlyInAnyOrder("双方协商解除", "依法收回");
        assertThat(directory.details(id).profile().holderName()).isNull();
    }

    @Test
    void what_is_due_and_not_paid_is_overdue() {
        open();
        var id = supplied("A-01", 1, TODAY);
        var first = payments.plan(id, pay("首期价款", TODAY.minusDays(10), "4800000"));
        var second = payments.plan(id, pay("二期价款", TODAY, "4800000"));
        payments.receive(id, first, TODAY.minusDays(9), new BigDecimal("4000000"), null, "凭证1");

        assertThat(payments.of(id))
                .satisfies(plan -> {
                    assertThat(plan.plannedYuan()).isEqualByComparingTo("9600000");
                    assertThat(plan.paidYuan()).isEqualByComparingTo("4000000");
                    assertThat(plan.overdueYuan()).isEqualByComparingTo("800000");
                    assertThat(plan.instalments().getFirst().overdueDays()).isEqualTo(10);
                    assertThat(plan.instalments().getLast().overdueDays()).isZero();
                });

        assertThatThrownBy(() -> payments.remove(id, first, 0)).isInstanceOf(SupplyRefused.class);
        refused(
                () -> payments.receive(id, first, TODAY, new BigDecimal("-4000001"), null, null),
                "amountYuan");
        refused(
                () -> payments.receive(id, first, TODAY.plusDays(1), BigDecimal.TEN, null, null),
                "paidOn");
        payments.receive(id, first, TODAY, new BigDecimal("-4000000"), null, "录错冲回");
        payments.remove(id, first, 0);
        payments.revise(id, second, 0, pay("全部价款", TODAY.minusDays(1), "9600000"));
        assertThat(payments.of(id).overdueYuan()).isEqualByComparingTo("9600000");
        assertThatThrownBy(() -> payments.revise(id, second, 0, pay("x", TODAY, "1")))
                .isInstanceOf(SupplyChangedMeanwhile.class);
    }

    @Test
    void facts_of_construction_move_no_state() {
        open();
        var id = supplied("A-01", 1, TODAY.minusDays(30));

        assertThat(construction.enter(id, 0, seen(TODAY.minusDays(3), "10000", "22500000")))
                .isOne();

        assertThat(directory.details(id).state()).isEqualTo(PlotState.SUPPLIED);
        assertThat(construction.of(id))
                .satisfies(c -> {
                    assertThat(c.builtShare()).isEqualByComparingTo("0.25");
                    assertThat(c.investedShare()).isEqualByComparingTo("0.25");
                    assertThat(c.version()).isOne();
                });
        refused(() -> construction.enter(id, 1, seen(TODAY.plusDays(1), null, null)), "startedOn");
        refused(() -> construction.enter(id, 1, seen(null, "40001", null)), "builtM2");
        assertThatThrownBy(() -> construction.enter(id, 0, seen(null, null, null)))
                .isInstanceOf(SupplyChangedMeanwhile.class);
    }

    @Test
    void the_same_voucher_is_entered_once() {
        open();
        var id = supplied("A-01", 1, TODAY);
        var first = payments.plan(id, pay("首期价款", TODAY, "4800000"));
        var second = payments.plan(id, pay("二期价款", TODAY, "4800000"));
        var hundred = new BigDecimal("100");

        var receipt = payments.receive(id, first, TODAY, hundred, " JK-1 ", null);
        assertThat(payments.receive(id, first, TODAY, new BigDecimal("100.00"), "JK-1", "再发一次"))
                .isEqualTo(receipt);
        payments.receive(id, second, TODAY, hundred, "JK-1", null); // one voucher, two instalments
        payments.receive(id, first, TODAY, hundred, null, null);
        payments.receive(id, first, TODAY, hundred, " ", null);

        assertThat(payments.of(id).paidYuan()).isEqualByComparingTo("400");
        assertThat(payments.of(id).instalments().stream().flatMap(one -> one.receipts().stream()))
                .extracting(PaymentPlan.Receipt::reference)
                .containsExactlyInAnyOrder("JK-1", "JK-1", null, null);
        payments.receive(id, second, TODAY, hundred.negate(), "JK-1", "录错");
        var right = payments.receive(id, second, TODAY, new BigDecimal("90"), "JK-1", null);
        assertThat(payments.receive(id, second, TODAY, new BigDecimal("90"), "JK-1", null))
                .isEqualTo(right);
        assertThat(payments.of(id).paidYuan()).isEqualByComparingTo("390");
        assertThatThrownBy(() -> payments.receive(id, first, TODAY, BigDecimal.TEN, "JK-1", null))
                .isInstanceOfSatisfying(
                        SupplyRefused.class,
                        r ->
                                assertThat(r.messageKey())
                                        .isEqualTo("plots.refusal.supply.reference"));
        refused(
                () ->
                        payments.receive(
                                id, first, TODAY, new BigDecimal("1e-600000000"), null, null),
                "amountYuan");
        refused(
                () -> payments.receive(id, first, TODAY, new BigDecimal("1e600000000"), null, null),
                "amountYuan");
    }

    @Test
    void while_a_contract_runs_the_holder_changes_with_it_alone() {
        open();
        var id = supplied("A-01", 1, TODAY);
        var now = directory.details(id);
        var profile = now.profile();

        refused(
                () -> registration.revise(id, now.version(), profile.heldBy(null, "某某实业有限公司")),
                "holderName");
        refused(
                () ->
                        registration.revise(
                                id,
                                now.version(),
                                profile.heldBy(UUID.randomUUID(), profile.holderName())),
                "holderId");
        registration.revise(id, now.version(), Papers.named(profile, "新名称"));
        assertThat(directory.details(id).profile().name()).isEqualTo("新名称");

        contracts.end(id, 0, TODAY, "双方协商解除");
        registration.revise(id, directory.details(id).version(), profile.heldBy(null, "某某实业有限公司"));
        assertThat(directory.details(id).profile().holderName()).isEqualTo("某某实业有限公司");
    }

    @Test
    void another_zone_sees_nothing() {
        open();
        var id = supplied("A-01", 1, TODAY.minusYears(2));
        var contract = contracts.running(id).orElseThrow();
        var payment = payments.plan(id, pay("首期价款", TODAY, "1"));
        var stop = construction.stop(id, new StopNote(TODAY, null, StopCause.OWN, "停工"));
        times();
        var one = open(IdleState.PROPOSED).getFirst();

        zones.in(
                "luzhou",
                () -> {
                    List<ThrowingCallable> unknown =
                            List.of(
                                    () -> contracts.running(id),
                                    () -> contracts.of(id),
                                    () -> contracts.sign(id, note("B", TODAY)),
                                    () -> contracts.amend(id, 0, note("B", TODAY), "x"),
                                    () -> contracts.end(id, 0, TODAY, "x"),
                                    () -> contracts.amendments(id, contract.id()),
                                    () -> payments.of(id),
                                    () -> payments.plan(id, pay("x", TODAY, "1")),
                                    () ->
                                            payments.receive(
                                                    id, payment, TODAY, BigDecimal.ONE, null, null),
                                    () -> payments.remove(id, payment, 0),
                                    () -> construction.of(id),
                                    () -> construction.enter(id, 0, seen(null, null, null)),
                                    () -> construction.remove(id, stop, 0),
                                    () -> idle.of(id),
                                    () -> idle.details(one.id()),
                                    () -> idle.confirm(one.id(), 0, "x", null),
                                    () -> idle.reject(one.id(), 0, "x"),
                                    () -> idle.measure(one.id(), IdleMeasureKind.FEE, TODAY, null));
                    for (var attempt : unknown) {
                        assertThatThrownBy(attempt)
                                .isInstanceOfSatisfying(
                                        Refusal.class,
                                        r ->
                                                assertThat(r.kind())
                                                        .isEqualTo(Refusal.Kind.NOT_THERE));
                    }
                    assertThat(idle.find(Set.of(), false, null, 10).items()).isEmpty();
                    assertThat(rules.stored().version()).isZero();
                    return 0;
                });
        SystemActing.inTenant(
                zones.zone("luzhou"),
                () -> {
                    times.run();
                    return 0;
                });
        assertThat(open(IdleState.PROPOSED)).hasSize(1);
    }

    private static PaymentNote pay(String title, LocalDate due, String yuan) {
        return new PaymentNote(title, due, new BigDecimal(yuan));
    }

    private static SupplyNote of(SupplyMode mode, int years, Integer lease) {
        return note(mode, "A-01", TODAY, years, lease, null);
    }

    static SupplyRules without(SupplyRules d) {
        return new SupplyRules(
                false,
                d.mostFlexibleYears(),
                d.leastLeaseYears(),
                d.mostLeaseYears(),
                d.mostFirstLeaseYears(),
                d.remindDays(),
                d.lowPercent(),
                d.lowTaxYuanM2(),
                d.lowOutputYuanM2(),
                d.lowFloorRatio(),
                d.lowInvestmentYuanM2(),
                d.partlyPercent(),
                d.stockPercent());
    }

    static void refused(ThrowingCallable attempt, String field) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        PlotFieldsRefused.class,
                        refused ->
                                assertThat(refused.fields())
                                        .extracting(Refusal.FieldFault::field)
                                        .contains(field));
    }
}
