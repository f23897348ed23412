package org.kaiyuan.plots.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kaiyuan.plots.MatchSamples.TODAY;
import static org.kaiyuan.plots.MatchSamples.asking;
import static org.kaiyuan.plots.MatchSamples.held;
import static org.kaiyuan.plots.MatchSamples.plot;
import static org.kaiyuan.plots.MatchSamples.reason;
import static org.kaiyuan.plots.MatchSamples.row;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.plots.MatchObstacle;
import org.kaiyuan.plots.MatchReason;
import org.kaiyuan.plots.MatchSamples.Wish;
import org.kaiyuan.plots.MatchTone;
import org.kaiyuan.plots.PlotState;
import org.kaiyuan.plots.Utility;

class PlotFitTest {
    private static final Set<Utility> ALL = EnumSet.allOf(Utility.class);

    @Test
    void a_plot_that_is_all_that_is_wanted_gets_a_hundred_points() {
        var plot =
                asking(
                        plot(row("40000", PlotState.APPROVED, "100102"), ALL, "电子信息产业"),
                        "2250",
                        "120");
        var wish = new Wish().land("40000").power("5000").promises("100000000", "5000000");

        var verdict = judge(wish, plot);

        assertThat(verdict.fits()).isTrue();
        assertThat(verdict.score()).isEqualTo(100);
        assertThat(verdict.reasons()).extracting(MatchReason::tone).containsOnly(MatchTone.FOR);
    }

    @Test
    void the_weights_add_up_to_a_hundred_whatever_is_known() {
        var bare = judge(new Wish().industry(null, null), open("40000"));

        assertThat(bare.reasons().stream().mapToInt(MatchReason::of).sum()).isEqualTo(100);
        assertThat(bare.reasons())
                .filteredOn(one -> one.tone() == MatchTone.UNKNOWN)
                .hasSizeGreaterThan(3)
                .allSatisfy(one -> assertThat(one.points()).isEqualTo(one.of() / 2));
    }

    @Test
    void an_area_outside_the_tolerance_leaves_out_and_at_its_border_does_not() {
        assertThat(judge(new Wish().land("10000"), open("7999.99")).obstacles())
                .containsExactly(MatchObstacle.AREA);
        assertThat(judge(new Wish().land("10000"), open("8000.00")).fits()).isTrue();
        assertThat(judge(new Wish().land("10000"), open("20000.00")).fits()).isTrue();
        assertThat(judge(new Wish().land("10000"), open("20000.01")).obstacles())
                .containsExactly(MatchObstacle.AREA);
    }

    @Test
    void the_closer_the_area_the_more_points() {
        int exact = judge(new Wish().land("10000"), open("10000")).score();
        int some = judge(new Wish().land("10000"), open("12000")).score();
        int far = judge(new Wish().land("10000"), open("19000")).score();

        assertThat(exact).isGreaterThan(some);
        assertThat(some).isGreaterThan(far);
        assertThat(
                        reason(
                                        judge(new Wish().land("10000"), open("12000")).reasons(),
                                        "area.moreMu")
                                .arguments())
                .containsExactly(new BigDecimal("18.00"), new BigDecimal("15.00"));
    }

    @Test
    void what_was_supplied_is_left_out() {
        for (var state : PlotState.values()) {
            var verdict = judge(new Wish(), plot(row("40000", state, "100102"), ALL));

            assertThat(verdict.obstacles().contains(MatchObstacle.STATE))
                    .isEqualTo(!state.isOpen());
        }
    }

    @Test
    void a_factory_wants_industrial_land_and_a_shop_does_not() {
        var housing = plot(row("40000", PlotState.APPROVED, "0701"), ALL);
        var left = plot(row("40000", PlotState.APPROVED, "16"), ALL);

        assertThat(judge(new Wish(), housing).obstacles()).containsExactly(MatchObstacle.USE);
        assertThat(judge(new Wish().industry("F5211", null), housing).fits()).isTrue();
        assertThat(
                        reason(
                                        judge(new Wish().industry("F5211", null), open("40000"))
                                                .reasons(),
                                        "use.industrial")
                                .tone())
                .isEqualTo(MatchTone.AGAINST);
        assertThat(judge(new Wish(), left).fits()).isTrue();
        assertThat(reason(judge(new Wish(), left).reasons(), "use.undecided").tone())
                .isEqualTo(MatchTone.UNKNOWN);
    }

    @Test
    void utilities_that_are_needed_and_missing_leave_out_but_unknown_ones_do_not() {
        var row = row("40000", PlotState.APPROVED, "100102");
        var wish = new Wish().power("5000").gas("100");

        assertThat(judge(wish, plot(row, EnumSet.of(Utility.POWER))).obstacles())
                .containsExactly(MatchObstacle.UTILITIES);
        assertThat(judge(wish, plot(row, EnumSet.of(Utility.POWER, Utility.GAS))).fits()).isTrue();
        assertThat(judge(wish, plot(row, Set.of())).fits()).isTrue();
        assertThat(reason(judge(wish, plot(row, Set.of())).reasons(), "utilities.unknown").tone())
                .isEqualTo(MatchTone.UNKNOWN);
    }

    @Test
    void what_cannot_be_ready_in_time_is_left_out_but_a_day_that_has_passed_binds_nobody() {
        var reserve = plot(row("40000", PlotState.RESERVE, "100102"), ALL);

        assertThat(judge(new Wish().by(TODAY.plusDays(179)), reserve).obstacles())
                .containsExactly(MatchObstacle.LATE);
        assertThat(judge(new Wish().by(TODAY.plusDays(180)), reserve).fits()).isTrue();
        var past = judge(new Wish().by(TODAY.minusDays(1)), reserve);
        assertThat(past.fits()).isTrue();
        assertThat(reason(past.reasons(), "readiness.dayPast").arguments())
                .containsExactly(PlotState.RESERVE, 180, TODAY.minusDays(1));
    }

    @Test
    void who_promises_less_than_the_standard_gets_fewer_points_and_is_told_by_how_much() {
        var plot = asking(open("40000"), "2250", "120");
        var poor = judge(new Wish().land("40000").promises("45000000", "5000000"), plot);

        var shortfall = reason(poor.reasons(), "investment.short");
        assertThat(shortfall.tone()).isEqualTo(MatchTone.AGAINST);
        assertThat(shortfall.points()).isEqualTo(3);
        assertThat(shortfall.arguments())
                .containsExactly(new BigDecimal("75.00"), new BigDecimal("150.00"));
        assertThat(reason(poor.reasons(), "tax.met").points()).isEqualTo(4);
    }

    @Test
    void what_another_lead_holds_stays_with_fewer_points() {
        var wish = new Wish().land("40000");
        var other = held(open("40000"), LeadId.next(), TODAY.plusDays(9), 2);
        var own = held(open("40000"), wish.wish().lead().id(), TODAY.plusDays(9), 0);

        var verdict = judge(wish, other);

        assertThat(verdict.fits()).isTrue();
        assertThat(verdict.score()).isEqualTo(judge(wish, open("40000")).score() - 10);
        assertThat(reason(verdict.reasons(), "availability.queue").arguments())
                .containsExactly(TODAY.plusDays(9), 2);
        assertThat(judge(wish, own).score()).isEqualTo(judge(wish, open("40000")).score());
        reason(judge(wish, own).reasons(), "availability.own");
    }

    @Test
    void chemistry_stays_away_from_water_and_inside_chemical_parks() {
        var wish = new Wish().chemical(null, null);

        assertThat(chemistry(wish, true, true).obstacles())
                .containsExactly(MatchObstacle.CHEMICAL_RIVER);
        assertThat(chemistry(wish, false, false).obstacles())
                .containsExactly(MatchObstacle.CHEMICAL_PARK);
        assertThat(chemistry(wish, false, true).fits()).isTrue();
        // the layers know better than the lead
        assertThat(chemistry(new Wish().chemical(500, false), false, true).fits()).isTrue();
    }

    @Test
    void where_no_layer_says_so_the_leads_own_site_counts() {
        assertThat(judge(new Wish().chemical(1000, true), open("40000")).obstacles())
                .containsExactly(MatchObstacle.CHEMICAL_RIVER);
        assertThat(judge(new Wish().chemical(1001, false), open("40000")).obstacles())
                .containsExactly(MatchObstacle.CHEMICAL_PARK);
        var unknown = judge(new Wish().chemical(null, null), open("40000"));
        assertThat(unknown.fits()).isTrue();
        reason(unknown.reasons(), "chemical.riverUnknown");
        reason(unknown.reasons(), "chemical.parkUnknown");
    }

    @Test
    void a_lead_that_is_no_chemistry_may_lie_at_the_river() {
        var verdict =
                PlotFit.judge(
                        new Wish().wish(), open("40000"), new ChemicalSite(true, false), TODAY);

        assertThat(verdict.fits()).isTrue();
    }

    private static Verdict chemistry(Wish wish, boolean near, boolean inside) {
        return PlotFit.judge(wish.wish(), open("40000"), new ChemicalSite(near, inside), TODAY);
    }

    private static Verdict judge(Wish wish, PlotFacts plot) {
        return PlotFit.judge(wish.wish(), plot, ChemicalSite.UNKNOWN, TODAY);
    }

    private static PlotFacts open(String m2) {
        return plot(row(m2, PlotState.APPROVED, "100102"), ALL);
    }
}
