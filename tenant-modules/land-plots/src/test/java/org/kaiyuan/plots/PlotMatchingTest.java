package org.kaiyuan.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.leads.LeadDraft;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadMoves;
import org.kaiyuan.leads.LeadRegistration;
import org.kaiyuan.leads.LeadState;
import org.kaiyuan.leads.UnknownLead;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.plots.ground.ReadingOptions;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@KaiyuanTest
@ActAsZone("deyang")
class PlotMatchingTest {
    private static final LocalDate SOON = LocalDate.now().plusDays(30);

    @Autowired PlotMatching matching;
    @Autowired PlotRegistration registration;
    @Autowired PlotReservations reservations;
    @Autowired LayerKeeping layers;
    @Autowired BuildingRegistration buildings;
    @Autowired UnitRegistration units;
    @Autowired LeaseSigning leases;
    @Autowired LeadRegistration leads;
    @Autowired LeadMoves leadMoves;
    @Autowired Messages messages;
    @Autowired Zones zones;
    @Autowired TestServers servers;

    @BeforeEach
    void bare_ground() throws Exception {
        owner(
                "truncate plots.building, plots.lease, plots.plot, plots.layer_shape, leads.lead cascade");
    }

    @Test
    void plots_for_a_lead_are_ranked_and_what_is_left_out_is_counted() throws Exception {
        var exact = plot("A-01", "100102", 0, 200);
        var larger = plot("A-02", "100102", 400, 260);
        var huge = plot("A-03", "100102", 800, 600);
        var housing = plot("A-04", "0701", 1600, 200);
        var supplied = plot("A-05", "100102", 2000, 200);
        owner("update plots.plot set state = 'CONSTRUCTION' where id = '" + supplied.value() + "'");
        var lead = lead(LeadDraft.named("甲项目").wantedLandM2(new BigDecimal("40000")));

        var found = matching.plots(lead);

        assertThat(found.items())
                .extracting(one -> one.plot().id())
                .containsExactly(exact, larger)
                .doesNotContain(huge, housing);
        assertThat(found.items().getFirst().score()).isGreaterThan(found.items().getLast().score());
        assertThat(found.excluded())
                .containsExactly(
                        new MatchExclusion(MatchObstacle.STATE, 1),
                        new MatchExclusion(MatchObstacle.AREA, 1),
                        new MatchExclusion(MatchObstacle.USE, 1));
        assertThat(found.more()).isZero();
        assertThat(found.floorOnly()).isFalse();
    }

    @Test
    void every_reason_is_a_sentence_in_both_languages() {
        plot("A-01", "100101", 0, 200);
        var building = buildings.register(FloorSamples.building("1号", 1));
        units.add(building, unit("101", "5.00", UnitState.VACANT));
        var lead =
                lead(
                        LeadDraft.named("甲项目")
                                .wantedLandM2(new BigDecimal("40000"))
                                .wantedFloorM2(new BigDecimal("1000"))
                                .chemical(true));

        var reasons = new ArrayList<MatchReason>();
        matching.plots(lead).items().forEach(one -> reasons.addAll(one.reasons()));
        matching.units(lead).items().forEach(one -> reasons.addAll(one.reasons()));

        assertThat(reasons).hasSizeGreaterThan(12);
        for (var locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            assertThat(reasons)
                    .allSatisfy(one ->
                            assertThat(messages.text(locale, one.key(), one.arguments().toArray()))
                                    .isNotEqualTo(one.key())
                                    .doesNotContain("{"));
        }
        assertThat(ours(messages.chineseKeys())).isEqualTo(ours(messages.englishKeys()));
        for (var obstacle : MatchObstacle.values()) {
            assertThat(messages.of(obstacle)).isNotEqualTo(Messages.keyOf(obstacle));
        }
    }

    private static Set<String> ours(Set<String> keys) {
        return keys.stream()
                .filter(key ->
                        key.startsWith("plots.match")
                                || key.startsWith("plots.refusal.preference")
                                || key.startsWith("plots.reservationTask"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void mixed_ground_is_industrial_where_half_of_it_is() {
        var half =
                plot(
                        "A-01",
                        "100102",
                        0,
                        List.of(
                                new PlotProfile.UseShare("100102", new BigDecimal("50")),
                                new PlotProfile.UseShare("0701", new BigDecimal("50"))));
        plot(
                "A-02",
                "100102",
                400,
                List.of(
                        new PlotProfile.UseShare("100102", new BigDecimal("49")),
                        new PlotProfile.UseShare("0701", new BigDecimal("51"))));
        var lead = lead(LeadDraft.named("甲项目").wantedLandM2(new BigDecimal("40000")));

        var found = matching.plots(lead);

        assertThat(found.items()).extracting(one -> one.plot().id()).containsExactly(half);
        assertThat(found.excluded()).containsExactly(new MatchExclusion(MatchObstacle.USE, 1));
    }

    @Test
    void what_another_lead_holds_comes_after_what_is_free() {
        var taken = plot("A-01", "100102", 0, 200);
        var free = plot("A-02", "100102", 400, 200);
        reservations.reserve(taken, lead(LeadDraft.named("乙项目")), SOON, false);
        reservations.reserve(taken, lead(LeadDraft.named("丙项目")), SOON, true);
        var lead = lead(LeadDraft.named("甲项目").wantedLandM2(new BigDecimal("40000")));

        var found = matching.plots(lead).items();

        assertThat(found).extracting(one -> one.plot().id()).containsExactly(free, taken);
        assertThat(found.getLast().heldUntil()).isEqualTo(SOON);
        assertThat(found.getLast().waiting()).isOne();
        assertThat(found.getLast().plot().held()).isTrue();
    }

    @Test
    void chemistry_is_kept_a_kilometre_from_water_and_inside_the_chemical_park() {
        var near = plot("A-01", "100103", 0, 200);
        var far = plot("A-02", "100103", 1600, 200);
        var outside = plot("A-03", "100103", 3000, 200);
        layer(LayerKind.WATER, square("", "沱江", 441_500, 3_442_000, 200, "4.0"));
        layer(LayerKind.SUB_PARK, square("", "德阳化工园区", 442_000, 3_441_000, 2_500, "625.0"));
        var chemical =
                lead(LeadDraft.named("化工项目").wantedLandM2(new BigDecimal("40000")).chemical(true));

        var found = matching.plots(chemical);

        // the bank lies 300 m west of the first, 1,900 m of the second
        assertThat(found.items()).extracting(one -> one.plot().id()).containsExactly(far);
        assertThat(found.excluded())
                .containsExactly(
                        new MatchExclusion(MatchObstacle.CHEMICAL_RIVER, 1),
                        new MatchExclusion(MatchObstacle.CHEMICAL_PARK, 1));
        assertThat(matching.leads(near).items()).isEmpty();
        assertThat(matching.leads(outside).items()).isEmpty();
        assertThat(matching.leads(far).items())
                .extracting(one -> one.lead().id())
                .containsExactly(chemical);
    }

    @Test
    void units_for_a_lead_are_ranked_and_what_is_let_is_free_after_its_lease() {
        var building = buildings.register(FloorSamples.building("1号", 1));
        var low = units.add(building, unit("101", "5.00", UnitState.VACANT));
        var high = units.add(building, unit("102", "8.00", UnitState.VACANT));
        var let = units.add(building, unit("103", "8.00", UnitState.VACANT));
        units.add(building, unit("104", "8.00", UnitState.OWN_USE));
        var until = LocalDate.now().plusDays(60);
        leases.sign(
                FloorSamples.lease("ZL-1", "乙公司", LocalDate.now(), FloorSamples.until(until), let));
        var lead =
                lead(
                        LeadDraft.named("甲项目")
                                .wantedFloorM2(new BigDecimal("1000"))
                                .ceilingHeightM(new BigDecimal("6")));

        var found = matching.units(lead);

        assertThat(found.items()).extracting(one -> one.unit().id()).containsExactly(high, let);
        assertThat(found.items().getLast().freeFrom()).isEqualTo(until.plusDays(1));
        assertThat(found.excluded())
                .containsExactly(
                        new MatchExclusion(MatchObstacle.STATE, 1),
                        new MatchExclusion(MatchObstacle.HEIGHT, 1));
        assertThat(matching.plots(lead).floorOnly()).isTrue();
        assertThat(matching.leads(high).items())
                .extracting(one -> one.lead().id())
                .containsExactly(lead);
        assertThat(matching.leads(low).items()).isEmpty();
        assertThat(matching.leads(low).excluded())
                .containsExactly(new MatchExclusion(MatchObstacle.HEIGHT, 1));
    }

    @Test
    void leads_for_a_plot_are_those_that_are_pursued_and_want_about_so_much() {
        var plot = plot("A-01", "100102", 0, 200);
        var close = lead(LeadDraft.named("甲项目").wantedLandM2(new BigDecimal("40000")));
        var smaller = lead(LeadDraft.named("乙项目").wantedLandM2(new BigDecimal("20000")));
        var larger = lead(LeadDraft.named("丙项目").wantedLandM2(new BigDecimal("50000")));
        lead(LeadDraft.named("太小项目").wantedLandM2(new BigDecimal("19999.99")));
        lead(LeadDraft.named("太大项目").wantedLandM2(new BigDecimal("50000.01")));
        lead(LeadDraft.named("不要地项目"));
        var ended = lead(LeadDraft.named("终止项目").wantedLandM2(new BigDecimal("40000")));
        leadMoves.putAside(ended, LeadState.ENDED, "投资方放弃");

        assertThat(matching.leads(plot).items())
                .extracting(one -> one.lead().id())
                .containsExactlyInAnyOrder(close, smaller, larger)
                .startsWith(close);
    }

    @Test
    void a_confidential_lead_is_neither_found_nor_counted_by_who_may_not_see_it() throws Exception {
        var plot = plot("A-01", "100102", 0, 200);
        var building = buildings.register(FloorSamples.building("1号", 1));
        var unit = units.add(building, unit("101", "5.00", UnitState.VACANT));
        var secret =
                lead(
                        LeadDraft.named("保密项目")
                                .wantedLandM2(new BigDecimal("40000"))
                                .wantedFloorM2(new BigDecimal("1000"))
                                .ceilingHeightM(new BigDecimal("9")));
        assertThat(matching.leads(plot).items()).hasSize(1);
        assertThat(matching.leads(unit).excluded()).hasSize(1);

        owner("update leads.lead set confidential = true");

        assertThat(matching.leads(plot)).isEqualTo(new LeadMatches(List.of(), List.of(), 0));
        assertThat(matching.leads(unit)).isEqualTo(new LeadMatches(List.of(), List.of(), 0));
        assertThatThrownBy(() -> matching.plots(secret)).isInstanceOf(UnknownLead.class);
        assertThatThrownBy(() -> matching.units(secret)).isInstanceOf(UnknownLead.class);
    }

    @Test
    @ActAsZone(value = "deyang", permissions = PlotPermissions.READ)
    void who_may_not_read_leads_is_told_of_none() {
        var plot = zones.in("deyang", () -> plot("A-01", "100102", 0, 200));
        var lead = zones.in("deyang", () -> lead(LeadDraft.named("甲项目")));

        assertThatThrownBy(() -> matching.leads(plot)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> matching.plots(lead)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void another_zone_sees_nothing() {
        var plot = plot("A-01", "100102", 0, 200);
        var lead = lead(LeadDraft.named("甲项目").wantedLandM2(new BigDecimal("40000")));

        zones.in(
                "luzhou",
                () -> {
                    assertThatThrownBy(() -> matching.plots(lead)).isInstanceOf(UnknownLead.class);
                    assertThatThrownBy(() -> matching.leads(plot)).isInstanceOf(UnknownPlot.class);
                    var own = lead(LeadDraft.named("泸州项目").wantedLandM2(new BigDecimal("40000")));
                    assertThat(matching.plots(own).items()).isEmpty();
                    assertThat(matching.plots(own).excluded()).isEmpty();
                    return CurrentTenant.get();
                });
    }

    private LeadId lead(LeadDraft draft) {
        return leads.register(draft.profile(), true);
    }

    private PlotId plot(String number, String use, int east, int side) {
        return registration.register(
                used(number, use, List.of()),
                PlotLineageTest.square(442_000 + east, 3_442_200, side, side));
    }

    private PlotId plot(String number, String use, int east, List<PlotProfile.UseShare> shares) {
        return registration.register(
                used(number, use, shares),
                PlotLineageTest.square(442_000 + east, 3_442_200, 200, 200));
    }

    private static PlotProfile used(String number, String use, List<PlotProfile.UseShare> shares) {
        var p = Papers.of(number);
        return new PlotProfile(
                p.number(),
                p.name(),
                use,
                shares,
                p.declaredM2(),
                p.planName(),
                p.plannedOn(),
                p.leastRatio(),
                p.mostRatio(),
                p.leastDensity(),
                p.mostHeightM(),
                p.mostGreen(),
                p.mostService(),
                p.investmentYuanM2(),
                p.taxYuanM2(),
                p.outputYuanM2(),
                p.priceYuanM2(),
                p.priceBasis(),
                p.utilities(),
                p.industries(),
                p.holderId(),
                p.holderName(),
                p.note());
    }

    private static UnitProfile unit(String number, String height, UnitState state) {
        return new UnitProfile(
                1,
                number,
                new BigDecimal("1000"),
                null,
                new BigDecimal(height),
                null,
                null,
                UnitUse.WORKSHOP,
                state,
                null);
    }

    private void layer(LayerKind kind, String shape) {
        assertThat(
                        layers.bring(
                                        kind,
                                        ("[属性描述]\n坐标系=2000国家大地坐标系\n几度分带=3\n计量单位=米\n带号=35\n精度=0.001\n[地块坐标]\n"
                                                        + shape)
                                                .getBytes(StandardCharsets.UTF_8),
                                        ReadingOptions.NONE,
                                        true,
                                        false)
                                .taken())
                .isTrue();
    }

    private static String square(
            String number, String name, int east, int north, int side, String hectares) {
        var text =
                new StringBuilder(
                        "5,%s,%s,%s,面,,工业用地,100102,@\n".formatted(hectares, number, name));
        int[][] corners = {{0, 0}, {0, 1}, {1, 1}, {1, 0}, {0, 0}};
        for (int i = 0; i < corners.length; i++) {
            text.append(
                    "J%d,1,%d.000,35%d.000\n"
                            .formatted(
                                    i % 4 + 1,
                                    north + corners[i][1] * side,
                                    east + corners[i][0] * side));
        }
        return text.toString();
    }

    private void owner(String statement) throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute(
                    "select set_config('app.tenant_id', '"
                            + zones.zone("deyang").value()
                            + "', false)");
            sql.execute(statement);
        }
    }
}
