package org.kaiyuan.plots.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kaiyuan.plots.MatchSamples.TODAY;
import static org.kaiyuan.plots.MatchSamples.reason;
import static org.kaiyuan.plots.MatchSamples.unit;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kaiyuan.plots.MatchObstacle;
import org.kaiyuan.plots.MatchReason;
import org.kaiyuan.plots.MatchSamples.Wish;
import org.kaiyuan.plots.MatchTone;
import org.kaiyuan.plots.UnitProfile;
import org.kaiyuan.plots.UnitState;
import org.kaiyuan.plots.UnitUse;

class UnitFitTest {
    @Test
    void a_unit_that_carries_all_that_is_wanted_gets_a_hundred_points() {
        var verdict =
                judge(
                        new Wish().floor("2000").height("6").load("1").power("400"),
                        equipped("9.81", "8", "500"),
                        TODAY);

        assertThat(verdict.fits()).isTrue();
        assertThat(verdict.score()).isEqualTo(100);
        assertThat(verdict.reasons().stream().mapToInt(MatchReason::of).sum()).isEqualTo(100);
        assertThat(reason(verdict.reasons(), "crane").arguments())
                .containsExactly(new BigDecimal("10"));
    }

    @Test
    void too_low_too_weak_or_with_too_little_power_is_left_out() {
        assertThat(judge(new Wish().height("8.01"), equipped("9", "8", "500"), TODAY).obstacles())
                .containsExactly(MatchObstacle.HEIGHT);
        // one tonne is 9.80665 kN
        assertThat(judge(new Wish().load("1"), equipped("9.80", "8", "500"), TODAY).obstacles())
                .containsExactly(MatchObstacle.LOAD);
        assertThat(judge(new Wish().power("501"), equipped("9", "8", "500"), TODAY).obstacles())
                .containsExactly(MatchObstacle.POWER);
    }

    @Test
    void what_is_not_entered_leaves_nothing_out_and_has_to_be_checked() {
        var verdict =
                judge(
                        new Wish().height("8").load("1").power("9"),
                        equipped(null, null, null),
                        TODAY);

        assertThat(verdict.fits()).isTrue();
        for (var what : new String[] {"height.unknown", "load.unknown", "power.unknown"}) {
            assertThat(reason(verdict.reasons(), what).tone()).isEqualTo(MatchTone.UNKNOWN);
        }
    }

    @Test
    void a_lease_that_runs_too_long_leaves_out_and_else_costs_points() {
        var unit = equipped("9", "8", "500");
        var wish = new Wish().floor("2000").by(TODAY.plusDays(100));

        assertThat(judge(wish, unit, TODAY.plusDays(101)).obstacles())
                .containsExactly(MatchObstacle.LATE);
        assertThat(judge(wish, unit, TODAY.plusDays(100)).fits()).isTrue();
        assertThat(judge(wish, unit, TODAY.plusDays(100)).score())
                .isLessThan(judge(wish, unit, TODAY).score());
        assertThat(
                        reason(
                                        judge(new Wish(), unit, TODAY.plusDays(400)).reasons(),
                                        "vacancy.later")
                                .points())
                .isZero();
    }

    @Test
    void a_dormitory_is_for_no_factory_and_what_is_in_own_use_for_nobody() {
        assertThat(
                        UnitFit.judge(
                                        new Wish().wish(),
                                        unit(
                                                of(UnitUse.DORMITORY, UnitState.VACANT),
                                                UnitState.VACANT),
                                        TODAY,
                                        TODAY)
                                .obstacles())
                .containsExactly(MatchObstacle.USE);
        assertThat(
                        UnitFit.judge(
                                        new Wish().wish(),
                                        unit(
                                                of(UnitUse.WORKSHOP, UnitState.OWN_USE),
                                                UnitState.OWN_USE),
                                        TODAY,
                                        TODAY)
                                .obstacles())
                .containsExactly(MatchObstacle.STATE);
    }

    private static Verdict judge(Wish wish, UnitProfile unit, LocalDate freeFrom) {
        return UnitFit.judge(wish.wish(), unit(unit, UnitState.VACANT), freeFrom, TODAY);
    }

    private static UnitProfile of(UnitUse use, UnitState state) {
        return new UnitProfile(
                1, "101", new BigDecimal("2000"), null, null, null, null, use, state, null);
    }

    private static UnitProfile equipped(
            @Nullable String load, @Nullable String height, @Nullable String power) {
        return new UnitProfile(
                1,
                "101",
                new BigDecimal("2000"),
                number(load),
                number(height),
                number(power),
                new BigDecimal("10"),
                UnitUse.WORKSHOP,
                UnitState.VACANT,
                null);
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
