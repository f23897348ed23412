package org.kaiyuan.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.leads.LeadDraft;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadMoves;
import org.kaiyuan.leads.LeadRegistration;
import org.kaiyuan.leads.LeadState;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.plots.ground.ReadingOptions;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;

@KaiyuanTest
@ActAsZone("deyang")
class PlotUseCasesTest {
    private static final LocalDate SOON = LocalDate.now().plusDays(30);

    @Autowired PlotImport imports;
    @Autowired PlotDirectory directory;
    @Autowired PlotRegistration registration;
    @Autowired PlotMoves moves;
    @Autowired SupplyContracts contracts;
    @Autowired LayerKeeping layers;
    @Autowired PlotReservations reservations;
    @Autowired LeadRegistration leads;
    @Autowired LeadMoves leadMoves;
    @Autowired ReservationTimes times;
    @Autowired Messages messages;
    @Autowired Zones zones;
    @Autowired TestServers servers;

    @BeforeEach
    void bare_ground() throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("truncate plots.plot, plots.layer_shape, leads.lead cascade");
        }
    }

    @Test
    void a_coordinate_text_is_looked_at_then_comes_in_whole() {
        var file = text(square("A-01", "甲地块", 442000, 3442000, 200, "4.0000"));

        var looked = imports.look(file, ReadingOptions.NONE);
        assertThat(looked.isGood()).isTrue();
        assertThat(looked.taken()).isFalse();
        assertThat(directory.find(PlotFilter.ALL, null, 10).items()).isEmpty();

        var taken = imports.bring(file, ReadingOptions.NONE, false);

        assertThat(taken.taken()).isTrue();
        assertThat(directory.find(PlotFilter.ALL, null, 10).items())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.number()).isEqualTo("A-01");
                    assertThat(row.state()).isEqualTo(PlotState.PLANNED);
                    assertThat(row.computedM2()).isEqualByComparingTo("40000.00");
                    assertThat(row.declaredM2()).isEqualByComparingTo("40000.00");
                });
    }

    @Test
    void what_is_at_fault_keeps_all_of_the_file_out_and_is_told_by_line_and_plot() {
        bring(square("A-01", "甲地块", 442000, 3442000, 200, "4.0000"));
        var file =
                text(
                        square("A-02", "乙地块", 442100, 3442000, 200, "4.0000"),
                        square("A-03", "丙地块", 445000, 3442000, 100, "1.0000"),
                        square("A-03", "丁地块", 446000, 3442000, 100, "1.5000"));

        var brought = imports.bring(file, ReadingOptions.NONE, true);

        assertThat(brought.taken()).isFalse();
        assertThat(directory.find(PlotFilter.ALL, null, 10).items()).hasSize(1);
        assertThat(brought.plots().get(0).faults())
                .extracting(FileNote::key)
                .containsExactly("plots.import.overlapsPlot");
        assertThat(brought.plots().get(0).faults().getFirst().arguments())
                .contains("A-01", new BigDecimal("20000.00"));
        assertThat(brought.plots().get(2).faults())
                .extracting(FileNote::key)
                .containsExactly("plots.import.numberTwice");
        assertThat(brought.plots().get(2).notes())
                .extracting(FileNote::key)
                .containsExactly("plots.import.areaDiffers");
    }

    @Test
    void a_supply_is_refused_with_the_rule_and_the_area_until_the_layers_allow_it() {
        var id = bring(square("A-01", "甲地块", 442000, 3442000, 200, "4.0000"));
        for (var state : List.of(PlotState.RESERVE, PlotState.APPROVED)) {
            moves.move(id, state, null, null);
        }

        assertThatThrownBy(() -> moves.move(id, PlotState.ANNOUNCED, null, null))
                .isInstanceOfSatisfying(
                        PlotGatesRefused.class,
                        refused ->
                                assertThat(refused.gates())
                                        .containsExactly(
                                                refusal(PlotGate.DETAILED_PLAN, "40000.00"),
                                                refusal(PlotGate.URBAN_BORDER, "40000.00")));
        assertThat(directory.details(id).state()).isEqualTo(PlotState.APPROVED);

        layer(LayerKind.DETAILED_PLAN, square("", "规划一", 441900, 3441900, 1000, "100"));
        layer(LayerKind.URBAN_BORDER, square("", "边界", 441000, 3441000, 5000, "2500"));
        layer(LayerKind.FARMLAND, square("", "基本农田", 442190, 3442000, 300, "9"));
        assertThat(moves.refusing(id, PlotState.ANNOUNCED))
                .containsExactly(refusal(PlotGate.FARMLAND, "2000.00"));

        layers.remove(LayerKind.FARMLAND);
        moves.move(id, PlotState.ANNOUNCED, null, "挂牌");
        assertThat(directory.details(id).state()).isEqualTo(PlotState.ANNOUNCED);
    }

    @Test
    void inside_the_line_of_protected_industrial_land_the_use_stays() {
        var id = bring(square("A-01", "甲地块", 442000, 3442000, 200, "4.0000"));
        layer(LayerKind.INDUSTRIAL_LINE, square("", "保障线", 442150, 3442000, 300, "9"));
        var before = directory.details(id);

        assertThatThrownBy(() ->
                        registration.revise(id, before.version(), used(before.profile(), "0901")))
                .isInstanceOfSatisfying(
                        PlotGatesRefused.class,
                        refused ->
                                assertThat(refused.gates())
                                        .containsExactly(
                                                refusal(PlotGate.INDUSTRIAL_LINE, "10000.00")));

        layers.remove(LayerKind.INDUSTRIAL_LINE);
        registration.revise(id, before.version(), used(before.profile(), "0901"));
        assertThat(directory.details(id).profile().useCode()).isEqualTo("0901");
        assertThatThrownBy(() -> registration.revise(id, before.version(), before.profile()))
                .isInstanceOf(PlotChangedMeanwhile.class);
    }

    @Test
    void what_was_left_open_becomes_industry_there_and_nothing_beside_it() {
        var id = bring(square("A-01", "甲地块", 442000, 3442000, 200, "4.0000"));
        var profile = directory.details(id).profile();
        registration.revise(id, 0, used(profile, LandUses.UNDECIDED));
        layer(LayerKind.INDUSTRIAL_LINE, square("", "保障线", 442150, 3442000, 300, "9"));

        assertThatThrownBy(() ->
                        registration.revise(
                                id, 1, shared(profile, "100101", "100101 1", "0901 99")))
                .isInstanceOf(PlotGatesRefused.class);

        registration.revise(id, 1, shared(profile, "100101", "100102 40", "100101 60"));
        // the same shares in another order are no other use
        registration.revise(id, 2, shared(profile, "100101", "100101 60", "100102 40"));
        registration.revise(id, 2, shared(profile, "100101", "100102 40", "100101 60"));
        assertThat(directory.details(id).version()).isEqualTo(2);
    }

    @Test
    void what_a_plot_is_for_is_never_made_up_without_asking() {
        var file =
                text(
                        square("A-01", "甲地块", 442000, 3442000, 200, "4.0000")
                                .replace("工业用地,100102", ","));

        assertThat(imports.bring(file, ReadingOptions.NONE, false).taken()).isFalse();
        assertThat(imports.look(file, ReadingOptions.NONE).plots().getFirst().notes())
                .extracting(FileNote::key)
                .containsExactly("plots.import.useMissing");
        assertThat(imports.bring(file, ReadingOptions.NONE, true).taken()).isTrue();
    }

    @Test
    void a_shape_that_encloses_no_ground_is_refused_in_words_with_its_place() {
        var bow =
                "5,1.0000,A-09,蝴蝶结,面,,工业用地,100102,@\n"
                        + "J1,1,3442000.000,35442000.000\nJ2,1,3442100.000,35442100.000\n"
                        + "J3,1,3442000.000,35442100.000\nJ4,1,3442100.000,35442000.000\n"
                        + "J1,1,3442000.000,35442000.000\n";

        var brought = imports.bring(text(bow), ReadingOptions.NONE, true);

        assertThat(brought.taken()).isFalse();
        assertThat(told(brought.plots().getFirst().faults().getFirst()))
                .contains("A-09", "边界自相交", "3442050", "35442050");
    }

    @Test
    void a_step_that_leaves_others_out_is_refused() {
        var id = bring(square("A-01", "甲地块", 442000, 3442000, 200, "4.0000"));

        assertThatThrownBy(() -> moves.move(id, PlotState.PRODUCTION, null, null))
                .isInstanceOf(PlotStateRefused.class);
    }

    @Test
    void who_comes_later_waits_and_follows_when_the_plot_is_free_again() {
        var id = bring(square("A-01", "甲地块", 442000, 3442000, 200, "4.0000"));
        var first = lead("第一个项目");
        var second = lead("第二个项目");
        var held = reservations.reserve(id, first, SOON, false);

        assertThatThrownBy(() -> reservations.reserve(id, first, SOON, true))
                .isInstanceOf(ReservationRefused.class);
        assertThatThrownBy(() -> reservations.reserve(id, second, SOON, false))
                .isInstanceOfSatisfying(
                        ReservationRefused.class,
                        refused ->
                                assertThat(refused.messageKey())
                                        .isEqualTo("plots.refusal.reservation.held"));
        reservations.reserve(id, second, SOON, true);
        assertThat(reservations.of(id))
                .extracting(ReservationLine::state)
                .containsExactly(ReservationState.HELD, ReservationState.QUEUED);

        reservations.release(held, "改选其他地块");

        assertThat(reservations.ofLead(second))
                .singleElement()
                .satisfies(line -> assertThat(line.state()).isEqualTo(ReservationState.HELD));
    }

    @Test
    void a_reservation_ends_with_its_lead_and_the_next_one_holds_the_plot() {
        var id = bring(square("A-01", "甲地块", 442000, 3442000, 200, "4.0000"));
        var first = lead("第一个项目");
        var second = lead("第二个项目");
        reservations.reserve(id, first, SOON, false);
        reservations.reserve(id, second, SOON, true);

        leadMoves.putAside(first, LeadState.ENDED, "投资方放弃");

        await().pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> state(second) == ReservationState.HELD);
        assertThat(state(first)).isEqualTo(ReservationState.RELEASED);
    }

    @Test
    void a_reservation_ends_with_its_day() throws Exception {
        var id = bring(square("A-01", "甲地块", 442000, 3442000, 200, "4.0000"));
        var first = lead("第一个项目");
        var second = lead("第二个项目");
        reservations.reserve(id, first, SOON, false);
        reservations.reserve(id, second, SOON, true);
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute(
                    "select set_config('app.tenant_id', '"
                            + zones.zone("deyang").value()
                            + "', false)");
            sql.execute(
                    "update plots.reservation set until_day = current_date - 2 where state = 'HELD'");
        }

        times.run();
        times.run();

        assertThat(state(first)).isEqualTo(ReservationState.EXPIRED);
        assertThat(state(second)).isEqualTo(ReservationState.HELD);
    }

    @Test
    void a_supply_uses_the_reservation_and_sends_the_others_away() {
        var id = bring(square("A-01", "甲地块", 442000, 3442000, 200, "4.0000"));
        layer(LayerKind.DETAILED_PLAN, square("", "规划一", 441900, 3441900, 1000, "100"));
        layer(LayerKind.URBAN_BORDER, square("", "边界", 441000, 3441000, 5000, "2500"));
        var first = lead("第一个项目");
        var second = lead("第二个项目");
        reservations.reserve(id, first, SOON, false);
        reservations.reserve(id, second, SOON, true);

        for (var state : List.of(PlotState.RESERVE, PlotState.APPROVED, PlotState.ANNOUNCED)) {
            moves.move(id, state, null, null);
        }
        contracts.sign(id, SupplyGround.named(SupplyGround.note("A-01", null), first));
        moves.move(id, PlotState.SUPPLIED, null, null);

        assertThat(state(first)).isEqualTo(ReservationState.USED);
        assertThat(state(second)).isEqualTo(ReservationState.RELEASED);
        assertThatThrownBy(() -> reservations.reserve(id, lead("第三个项目"), SOON, true))
                .isInstanceOf(ReservationRefused.class);
    }

    private ReservationState state(LeadId lead) {
        return reservations.ofLead(lead).getFirst().state();
    }

    @Test
    void of_a_hundred_who_want_a_plot_at_once_exactly_one_gets_it() throws Exception {
        var id = bring(square("A-01", "甲地块", 442000, 3442000, 200, "4.0000"));
        var wanting = new ArrayList<LeadId>();
        for (int i = 0; i < 100; i++) {
            wanting.add(lead("抢地项目" + i));
        }
        var ready = new CountDownLatch(wanting.size());
        var start = new CountDownLatch(1);
        var won = new AtomicInteger();
        var told = new ConcurrentLinkedQueue<String>();
        try (var pool = Executors.newFixedThreadPool(wanting.size())) {
            for (var one : wanting) {
                Callable<UUID> attempt = () -> reservations.reserve(id, one, SOON, false);
                pool.submit(() -> {
                    ready.countDown();
                    start.await();
                    try {
                        zones.in("deyang", attempt);
                        won.incrementAndGet();
                    } catch (ReservationRefused refused) {
                        told.add(refused.messageKey());
                    }
                    return true;
                });
            }
            ready.await(); // all of them stand at the start
            start.countDown();
        }

        assertThat(won).hasValue(1);
        assertThat(told).hasSize(99).containsOnly("plots.refusal.reservation.held");
        assertThat(reservations.of(id)).hasSize(1);
    }

    @Test
    void another_zone_sees_nothing() {
        var id = bring(square("A-01", "甲地块", 442000, 3442000, 200, "4.0000"));
        layer(LayerKind.DETAILED_PLAN, square("", "规划一", 441900, 3441900, 1000, "100"));
        var held = reservations.reserve(id, lead("甲项目"), SOON, false);

        zones.in(
                "luzhou",
                () -> {
                    assertThat(directory.find(PlotFilter.ALL, null, 10).items()).isEmpty();
                    assertThat(layers.layers()).isEmpty();
                    assertThatThrownBy(() -> directory.details(id)).isInstanceOf(UnknownPlot.class);
                    assertThatThrownBy(() -> directory.history(id, null, 10))
                            .isInstanceOf(UnknownPlot.class);
                    assertThatThrownBy(() -> moves.move(id, PlotState.RESERVE, null, null))
                            .isInstanceOf(UnknownPlot.class);
                    assertThatThrownBy(() -> moves.refusing(id, PlotState.ANNOUNCED))
                            .isInstanceOf(UnknownPlot.class);
                    assertThatThrownBy(() -> reservations.of(id)).isInstanceOf(UnknownPlot.class);
                    assertThatThrownBy(() -> reservations.release(held, null))
                            .isInstanceOf(UnknownReservation.class);
                    // neither its ground nor its number is in anybody's way
                    assertThat(
                                    imports.bring(
                                                    text(
                                                            square(
                                                                    "A-01", "同号地块", 442000, 3442000,
                                                                    200, "4.0000")),
                                                    ReadingOptions.NONE,
                                                    false)
                                            .taken())
                            .isTrue();
                    return CurrentTenant.get();
                });
        assertThat(directory.find(PlotFilter.ALL, null, 10).items()).hasSize(1);
    }

    private String told(FileNote note) {
        return messages.text(Locale.SIMPLIFIED_CHINESE, note.key(), note.arguments().toArray());
    }

    private static PlotProfile used(PlotProfile p, String useCode) {
        return used(p, useCode, p.shares());
    }

    /** @param shares such as {@code 100101 60} */
    private static PlotProfile shared(PlotProfile p, String useCode, String... shares) {
        return used(
                p,
                useCode,
                Arrays.stream(shares)
                        .map(share -> share.split(" "))
                        .map(share -> new PlotProfile.UseShare(share[0], new BigDecimal(share[1])))
                        .toList());
    }

    private static PlotProfile used(
            PlotProfile p, String useCode, List<PlotProfile.UseShare> shares) {
        return new PlotProfile(
                p.number(),
                p.name(),
                useCode,
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

    private static RefusedPlotGate refusal(PlotGate gate, String area) {
        return new RefusedPlotGate(gate, new BigDecimal(area));
    }

    private PlotId bring(String plot) {
        var brought = imports.bring(text(plot), ReadingOptions.NONE, false);
        assertThat(brought.taken()).as(brought.toString()).isTrue();
        return Objects.requireNonNull(brought.plots().getFirst().id());
    }

    private void layer(LayerKind kind, String shape) {
        assertThat(layers.bring(kind, text(shape), ReadingOptions.NONE, true, false).taken())
                .isTrue();
    }

    private LeadId lead(String name) {
        return leads.register(LeadDraft.named(name).profile(), true);
    }

    /** The national coordinate text in zone 35. */
    private static byte[] text(String... plots) {
        return ("""
        [属性描述]
        坐标系=2000国家大地坐标系
        几度分带=3
        计量单位=米
        带号=35
        精度=0.001
        [地块坐标]
        """
                        + String.join("", plots))
                .getBytes(StandardCharsets.UTF_8);
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
}
