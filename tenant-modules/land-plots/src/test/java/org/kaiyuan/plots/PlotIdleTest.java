package org.kaiyuan.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kaiyuan.testing.ActAsZone;

/** Ground that lies idle: proposed by the rule, confirmed by a person, disposed of by measures. */
@ActAsZone("deyang")
class PlotIdleTest extends IdleGround {
    @Test
    void ground_that_lies_idle_is_proposed_once_and_taken_back_when_the_facts_change() {
        open();
        var late = supplied("A-01", 1, TODAY.minusYears(1).minusDays(1));
        var justInTime = supplied("A-02", 2, TODAY.minusYears(1));

        times();
        times();

        assertThat(open(IdleState.PROPOSED))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.plot()).isEqualTo(late);
                    assertThat(one.evidence().kind()).isEqualTo(IdleKind.NOT_STARTED);
                    assertThat(one.evidence().daysCounted()).isEqualTo(one.evidence().daysNeeded());
                });
        assertThat(directory.details(late).state()).isEqualTo(PlotState.SUPPLIED);
        assertThat(construction.of(justInTime).idle()).isNotNull();

        construction.enter(late, 0, seen(TODAY.minusDays(5), null, null));
        times();

        assertThat(open(IdleState.PROPOSED)).isEmpty();
        assertThat(open(IdleState.WITHDRAWN)).hasSize(1);
    }

    @Test
    void days_that_a_government_took_are_shown_and_do_not_count() {
        open();
        var id = supplied("A-01", 1, TODAY.minusYears(1).minusDays(30));
        var stop =
                construction.stop(
                        id,
                        new StopNote(
                                TODAY.minusDays(100),
                                TODAY.minusDays(51),
                                StopCause.GOVERNMENT,
                                "规划调整通知"));
        times();
        assertThat(open(IdleState.PROPOSED)).isEmpty();

        construction.revise(
                id,
                stop,
                0,
                new StopNote(
                        TODAY.minusDays(100), TODAY.minusDays(91), StopCause.GOVERNMENT, "更正"));
        times();

        assertThat(open(IdleState.PROPOSED))
                .singleElement()
                .satisfies(one -> assertThat(one.evidence().daysExcluded()).isEqualTo(10));
    }

    @Test
    void what_a_person_rejected_is_not_proposed_again_for_the_same_day() {
        open();
        supplied("A-01", 1, TODAY.minusYears(2));
        times();
        var one = open(IdleState.PROPOSED).getFirst();

        idle.reject(one.id(), one.version(), "已批准延期");
        times();

        assertThat(open(IdleState.PROPOSED)).isEmpty();
        contracts.amend(one.plot(), 0, note("A-01", TODAY.minusYears(1).minusDays(20)), "延期后仍未动工");
        times();
        assertThat(open(IdleState.PROPOSED)).hasSize(1);
    }

    @Test
    void a_rejection_is_over_when_a_further_year_was_counted() throws Exception {
        open();
        supplied("A-01", 1, TODAY.minusYears(3));
        times();
        var one = open(IdleState.PROPOSED).getFirst();
        idle.reject(one.id(), one.version(), "企业承诺月内动工");

        // as if it had been rejected when so many days were counted
        int needed = one.evidence().daysNeeded();
        owner("update plots.idle_case set days_counted = days_counted + 1 - " + needed);
        times();
        assertThat(open(IdleState.PROPOSED)).isEmpty();
        owner("update plots.idle_case set days_counted = days_counted - 1");
        times();
        assertThat(open(IdleState.PROPOSED)).hasSize(1);
        assertThat(open(IdleState.REJECTED)).hasSize(1);
    }

    @Test
    void a_fee_is_demanded_once_and_is_still_paid_when_the_contract_has_ended() throws Exception {
        open();
        var id = supplied("A-01", 1, TODAY.minusYears(1).minusDays(10));
        times();
        var one = open(IdleState.PROPOSED).getFirst();
        idle.confirm(one.id(), one.version(), "德自然资闲〔2026〕1号", null);
        var fee = idle.measure(one.id(), IdleMeasureKind.FEE, TODAY.plusDays(30), null);

        assertThatThrownBy(
                        () -> idle.measure(one.id(), IdleMeasureKind.FEE, TODAY.plusDays(60), null))
                .isInstanceOfSatisfying(
                        SupplyRefused.class,
                        r -> assertThat(r.messageKey()).isEqualTo("plots.refusal.supply.feeTwice"));
        contracts.end(id, 0, TODAY, "双方协商解除");
        assertThat(idle.details(one.id()).state()).isEqualTo(IdleState.LAPSED);
        idle.done(one.id(), fee, 0, TODAY, "缴款书001");
        assertThat(idle.details(one.id()).measures().getFirst().doneOn()).isEqualTo(TODAY);
        assertThatThrownBy(() -> idle.measure(one.id(), IdleMeasureKind.UPGRADE, TODAY, null))
                .isInstanceOf(SupplyRefused.class);
    }

    @Test
    void a_confirmed_case_has_measures_by_the_law_and_stays_when_facts_change() {
        open();
        var id = supplied("A-01", 1, TODAY.minusYears(1).minusDays(10));
        times();
        var one = open(IdleState.PROPOSED).getFirst();
        assertThatThrownBy(
                        () -> idle.measure(one.id(), IdleMeasureKind.FEE, TODAY.plusDays(30), null))
                .isInstanceOf(SupplyRefused.class);

        idle.confirm(one.id(), one.version(), "德自然资闲〔2026〕1号", null);
        assertThatThrownBy(() -> idle.confirm(one.id(), one.version(), "又一份", null))
                .isInstanceOf(SupplyRefused.class);
        var fee = idle.measure(one.id(), IdleMeasureKind.FEE, TODAY.minusDays(2), null);
        idle.measure(one.id(), IdleMeasureKind.UPGRADE, TODAY.plusDays(90), "技改");

        assertThat(idle.details(one.id()))
                .satisfies(c -> {
                    assertThat(c.measures().getFirst().amountYuan())
                            .isEqualByComparingTo("1920000.00");
                    assertThat(c.measures().getFirst().overdueDays()).isEqualTo(2);
                    assertThat(c.overdue()).isOne();
                });
        assertThat(idle.find(Set.of(), true, null, 10).items()).hasSize(1);
        assertThatThrownBy(() -> idle.measure(one.id(), IdleMeasureKind.RECOVERY, TODAY, null))
                .isInstanceOfSatisfying(
                        SupplyRefused.class,
                        r -> assertThat(r.messageKey()).isEqualTo("plots.refusal.supply.tooEarly"));
        assertThatThrownBy(() -> idle.close(one.id(), 1, "已处置")).isInstanceOf(SupplyRefused.class);

        idle.done(one.id(), fee, 0, TODAY, "缴款书001");
        construction.enter(id, 0, seen(TODAY, null, null));
        times();

        assertThat(idle.details(one.id()).state()).isEqualTo(IdleState.CONFIRMED);
        assertThat(idle.find(Set.of(), true, null, 10).items()).isEmpty();
    }

    @Test
    void after_two_years_the_ground_may_be_taken_back() {
        open();
        var id = supplied("A-01", 1, TODAY.minusYears(2).minusDays(1));
        times();
        var one = open(IdleState.PROPOSED).getFirst();
        idle.confirm(one.id(), one.version(), "德自然资闲〔2026〕2号", null);

        assertThat(idle.measure(one.id(), IdleMeasureKind.RECOVERY, TODAY.plusDays(30), null))
                .isNotNull();
        moves.move(id, PlotState.RECOVERED, null, "依法无偿收回");

        assertThat(idle.details(one.id()).state()).isEqualTo(IdleState.CLOSED);
    }

    @Test
    void ground_that_was_begun_meanwhile_is_not_taken_back_for_nothing() {
        open();
        var id = supplied("A-01", 1, TODAY.minusYears(4));
        times();
        var one = open(IdleState.PROPOSED).getFirst();
        idle.confirm(one.id(), one.version(), "德自然资闲〔2026〕2号", null);
        // begun and given up, so long ago that it lies idle for more than two years again
        construction.enter(id, 0, seen(TODAY.minusYears(3), "1", "1"));
        construction.stop(id, new StopNote(TODAY.minusMonths(30), null, StopCause.OWN, "现场踏勘"));
        assertThat(construction.of(id).idle().kind()).isEqualTo(IdleKind.STOPPED);

        assertThatThrownBy(() -> idle.measure(one.id(), IdleMeasureKind.RECOVERY, TODAY, null))
                .isInstanceOfSatisfying(
                        SupplyRefused.class,
                        r ->
                                assertThat(r.messageKey())
                                        .isEqualTo("plots.refusal.supply.onlyNotStarted"));
    }

    @Test
    void pages_of_cases_follow_each_other() {
        open();
        for (int i = 1; i <= 3; i++) {
            supplied("A-0" + i, i, TODAY.minusYears(2).minusDays(i));
        }
        times();

        var first = idle.find(Set.of(), false, null, 2);
        var second = idle.find(Set.of(), false, first.next(), 2);

        assertThat(first.items()).extracting(IdleCase::plotNumber).containsExactly("A-03", "A-02");
        assertThat(second.items()).extracting(IdleCase::plotNumber).containsExactly("A-01");
        assertThat(second.next()).isNull();
    }
}
