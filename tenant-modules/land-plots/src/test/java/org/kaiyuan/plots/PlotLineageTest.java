package org.kaiyuan.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.leads.LeadDraft;
import org.kaiyuan.leads.LeadRegistration;
import org.kaiyuan.plots.ground.Crs;
import org.kaiyuan.plots.ground.Ground;
import org.kaiyuan.plots.ground.GroundShape;
import org.kaiyuan.plots.ground.SomeGround;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.springframework.beans.factory.annotation.Autowired;

@KaiyuanTest
@ActAsZone("deyang")
class PlotLineageTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final Crs ZONE = Crs.withPrefix(35);

    @Autowired PlotRegistration registration;
    @Autowired PlotDirectory directory;
    @Autowired PlotMoves moves;
    @Autowired PlotSplitting splitting;
    @Autowired PlotMerging merging;
    @Autowired PlotBoundaryChange boundary;
    @Autowired PlotLineage lineage;
    @Autowired PlotRights rights;
    @Autowired BuildingRegistration buildings;
    @Autowired BuildingDirectory buildingDirectory;
    @Autowired LayerKeeping layers;
    @Autowired PlotReservations reservations;
    @Autowired LeadRegistration leads;
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
    void a_line_splits_a_plot_into_pieces_that_are_what_it_was() {
        var id =
                registration.register(
                        Papers.held("A-01", "甲公司"), square(442_000, 3_442_200, 200, 200));
        moves.move(id, PlotState.RESERVE, null, null);

        var begun =
                splitting.cut(
                        seen(id),
                        line(442_050, 3_441_000, 442_050, 3_443_000),
                        ZONE,
                        List.of(named("A-01"), named("A-02")),
                        null,
                        "按需分割");

        assertThat(directory.details(id).endedOn()).isEqualTo(today());
        assertThat(directory.find(PlotFilter.ALL, null, 10).items())
                .extracting(PlotRow::number)
                .containsExactlyInAnyOrder("A-01", "A-02");
        var west = directory.details(begun.get(0));
        assertThat(west.computedM2()).isEqualByComparingTo("10000.00");
        assertThat(west.state()).isEqualTo(PlotState.RESERVE);
        assertThat(west.begunOn()).isEqualTo(today());
        assertThat(west.profile().declaredM2()).isNull();
        assertThat(west.profile().holderName()).isEqualTo("甲公司");
        assertThat(west.profile().planName()).isEqualTo("控制性详细规划");
        assertThat(directory.details(begun.get(1)).computedM2()).isEqualByComparingTo("30000.00");
    }

    @Test
    void whatever_the_cut_the_pieces_are_the_plot_and_merged_again_they_are_it() {
        for (int seed = 0; seed < 12; seed++) {
            var some = new SomeGround(seed);
            var whole = some.shape();
            var piece =
                    Ground.canonical(
                            new GroundShape(whole.geometry().getGeometryN(0), whole.crs()));
            var id = registration.register(Papers.of("S-" + seed), piece);
            var line = randomCut(some, piece);
            var parts = splitting.parts(id, line, piece.crs());
            int count = parts.size();
            int s = seed;

            var begun =
                    splitting.cut(
                            seen(id),
                            line,
                            piece.crs(),
                            IntStream.range(0, count)
                                    .mapToObj(i -> named("S-" + s + "-" + i))
                                    .toList(),
                            null,
                            null);

            var sum =
                    begun.stream()
                            .map(one -> directory.details(one).computedM2())
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            double border = piece.geometry().getLength() + 2 * line.getLength();
            assertThat(sum.doubleValue())
                    .as("seed " + seed)
                    .isCloseTo(Ground.areaM2(piece), within(0.005 * count + border * 0.0001));

            var merged = merging.merge(seen(begun), named("S-" + seed + "-M"), null, null);

            var again = directory.details(merged);
            assertThat(Ground.beyond(again.shape(), piece)).as("seed " + seed).isEmpty();
            assertThat(Ground.beyond(piece, again.shape())).as("seed " + seed).isEmpty();
            assertThat(again.computedM2().doubleValue())
                    .as("seed " + seed)
                    .isCloseTo(Ground.areaM2(piece), within(0.01 + border * 0.0001));
            assertThat(lineage.of(merged).ancestors())
                    .extracting(LineageStep::act)
                    .containsExactly(LineageAct.MERGED, LineageAct.SPLIT);
        }
    }

    @Test
    void a_plot_of_several_pieces_is_cut_and_each_of_them_is_merged_again() {
        int several = 0;
        for (int seed = 100; several < 6; seed++) {
            var some = new SomeGround(seed);
            var whole = Ground.canonical(some.shape());
            int pieces = whole.geometry().getNumGeometries();
            if (pieces == 1) {
                continue;
            }
            several++;
            int s = seed;
            var id = registration.register(Papers.of("S-" + seed), whole);
            var line = randomCut(some, whole);
            int count = splitting.parts(id, line, whole.crs()).size();
            assertThat(count).as("seed " + seed).isGreaterThan(pieces);

            var begun =
                    splitting.cut(
                            seen(id),
                            line,
                            whole.crs(),
                            IntStream.range(0, count)
                                    .mapToObj(i -> named("S-" + s + "-" + i))
                                    .toList(),
                            null,
                            null);

            assertIs(whole, begun, seed);
            lineageRefused("apart", () -> merging.merge(seen(begun), named("S-" + s), null, null));
            var again = new ArrayList<PlotId>();
            for (int i = 0; i < pieces; i++) {
                var piece = whole.geometry().getGeometryN(i);
                var parts =
                        begun.stream()
                                .filter(one -> piece.contains(inside(directory.details(one))))
                                .toList();
                again.add(
                        parts.size() == 1
                                ? parts.getFirst()
                                : merging.merge(
                                        seen(parts), named("S-" + s + "-M" + i), null, null));
            }
            assertThat(again).as("seed " + seed).hasSize(pieces).doesNotHaveDuplicates();
            assertIs(whole, again, seed);
            again.forEach(one ->
                    assertThat(directory.details(one).shape().geometry().getNumGeometries())
                            .isOne());
        }
    }

    /** Together they are it. */
    private void assertIs(GroundShape whole, List<PlotId> plots, int seed) {
        var shapes = plots.stream().map(one -> directory.details(one).shape()).toList();
        var together = Ground.merge(shapes);
        assertThat(Ground.beyond(together, whole)).as("seed " + seed).isEmpty();
        assertThat(Ground.beyond(whole, together)).as("seed " + seed).isEmpty();
        double border = shapes.stream().mapToDouble(one -> one.geometry().getLength()).sum();
        assertThat(
                        plots.stream()
                                .map(one -> directory.details(one).computedM2())
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .doubleValue())
                .as("seed " + seed)
                .isCloseTo(Ground.areaM2(whole), within(0.01 * plots.size() + border * 0.0001));
    }

    private static Point inside(PlotDetails plot) {
        return plot.shape().geometry().getInteriorPoint();
    }

    @Test
    void pieces_that_are_not_the_plot_are_refused_with_the_area_that_is_wrong() {
        var id = registration.register(Papers.of("A-01"), square(442_000, 3_442_200, 200, 200));
        var west = square(442_000, 3_442_200, 100, 200);

        refused(
                "notCovered",
                new BigDecimal("200.00"),
                id,
                west,
                square(442_101, 3_442_200, 99, 200));
        refused("beyond", new BigDecimal("200.00"), id, west, square(442_100, 3_442_200, 101, 200));
        assertThatThrownBy(() ->
                        splitting.split(
                                seen(id),
                                pieces(west, square(442_099, 3_442_200, 101, 200)),
                                null,
                                null))
                .isInstanceOfSatisfying(
                        PlotLineageRefused.class,
                        refused -> {
                            assertThat(refused.messageKey())
                                    .isEqualTo("plots.refusal.lineage.pieces");
                            assertThat(refused.arguments())
                                    .containsExactly("P-0", "P-1", new BigDecimal("200.00"));
                        });
        // half a millimetre is the play of surveys
        splitting.split(
                seen(id), pieces(west, square(442_100.0005, 3_442_200, 99.9995, 200)), null, null);
        assertThat(directory.details(id).endedOn()).isNotNull();
    }

    @Test
    void names_days_and_lines_that_cannot_be_are_refused() {
        var id = registration.register(Papers.of("A-01"), square(442_000, 3_442_200, 200, 200));
        registration.register(Papers.of("B-01"), square(443_000, 3_442_200, 200, 200));
        var cut = line(442_050, 3_441_000, 442_050, 3_443_000);

        assertThatThrownBy(() -> cut(id, cut, null, "A-02", "A-02"))
                .isInstanceOfSatisfying(
                        PlotFieldsRefused.class,
                        refused ->
                                assertThat(refused.fields().getFirst().field())
                                        .isEqualTo("pieces[1].number"));
        assertThatThrownBy(() -> cut(id, cut, null, "A-02", "B-01"))
                .isInstanceOf(PlotNumberTaken.class);
        assertThatThrownBy(() -> cut(id, cut, null, "A-02", " "))
                .isInstanceOf(PlotFieldsRefused.class);
        assertThatThrownBy(() -> cut(id, cut, today().plusDays(1), "A-02", "A-03"))
                .isInstanceOf(PlotFieldsRefused.class);
        assertThatThrownBy(() -> cut(id, cut, today().minusDays(1), "A-02", "A-03"))
                .isInstanceOf(PlotFieldsRefused.class);
        lineageRefused("parts", () -> cut(id, cut, null, "A-02", "A-03", "A-04"));
        lineageRefused(
                "uncut",
                () -> cut(id, line(442_050, 3_442_100, 442_060, 3_442_100), null, "A-02", "A-03"));
        lineageRefused(
                "tooFew",
                () ->
                        splitting.split(
                                seen(id),
                                pieces(square(442_000, 3_442_200, 200, 200)),
                                null,
                                null));
        assertThat(directory.details(id).endedOn()).isNull();
    }

    @Test
    void buildings_stand_on_the_plot_that_has_their_point_whatever_becomes_of_the_old_one() {
        var id = registration.register(Papers.of("A-01"), square(442_000, 3_442_200, 200, 200));
        var west = building("W", id, new Coordinate(35_442_010, 3_442_100));
        var east = building("E", id, new Coordinate(35_442_190, 3_442_100));
        var outside = building("O", id, new Coordinate(35_442_230, 3_442_100));
        var anywhere = building("N", id, null);
        var gone = building("G", id, null);
        buildings.remove(gone, 0);

        var begun = cut(id, line(442_100, 3_441_000, 442_100, 3_443_000), null, "A-01", "A-02");

        assertThat(List.of(west, anywhere, east, outside))
                .extracting(one -> buildingDirectory.details(one).profile().plot())
                .containsExactly(begun.get(0), begun.get(0), begun.get(1), begun.get(1));
        assertThat(buildingDirectory.details(east).version()).isOne();
        assertThat(buildingDirectory.history(east, null, 1))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.act()).isEqualTo("plotSucceeded");
                    assertThat(entry.before()).isEqualTo(id.toString());
                    assertThat(entry.after()).isEqualTo(begun.get(1).toString());
                });

        var merged = merge(begun.get(0), begun.get(1));
        var moved =
                boundary.change(
                        seen(merged), square(442_000, 3_442_200, 150, 200), null, null, null);

        assertThat(buildingDirectory.find(null, moved, null, 10).items()).hasSize(4);
        assertThat(buildingDirectory.details(west).version()).isEqualTo(3);
    }

    private BuildingId building(String number, PlotId plot, @Nullable Coordinate point) {
        var place = point == null ? null : ZONE.to(Crs.GEOGRAPHIC, point);
        return buildings.register(
                new BuildingProfile(
                        number,
                        number + "栋",
                        plot,
                        place == null ? null : BigDecimal.valueOf(place.x),
                        place == null ? null : BigDecimal.valueOf(place.y),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of()));
    }

    @Test
    void while_a_lead_holds_a_plot_its_border_stays() {
        var id = registration.register(Papers.of("A-01"), square(442_000, 3_442_200, 200, 200));
        var other = registration.register(Papers.of("A-02"), square(442_200, 3_442_200, 200, 200));
        var until = LocalDate.now().plusDays(30);
        var held =
                reservations.reserve(
                        id, leads.register(LeadDraft.named("项目").profile(), true), until, false);
        var cut = line(442_050, 3_441_000, 442_050, 3_443_000);

        lineageRefused("reserved", () -> cut(id, cut, null, "A-03", "A-04"));
        lineageRefused(
                "reserved",
                () -> merging.merge(seen(List.of(other, id)), named("A-03"), null, null));
        lineageRefused(
                "reserved",
                () ->
                        boundary.change(
                                seen(id), square(442_000, 3_442_200, 100, 200), null, null, null));

        reservations.release(held, null);
        assertThat(cut(id, cut, null, "A-03", "A-04")).hasSize(2);
    }

    @Test
    void only_neighbours_of_one_state_use_and_holder_become_one() {
        var one = registration.register(Papers.of("A-01"), square(442_000, 3_442_200, 200, 200));
        var next = registration.register(Papers.of("A-02"), square(442_200, 3_442_200, 200, 200));
        var corner = registration.register(Papers.of("A-03"), square(442_400, 3_442_000, 200, 200));
        var others =
                registration.register(
                        Papers.held("A-04", "乙公司"), square(442_000, 3_442_000, 200, 200));
        var further =
                registration.register(Papers.of("A-05"), square(441_800, 3_442_200, 200, 200));
        moves.move(further, PlotState.RESERVE, null, null);

        lineageRefused("apart", () -> merge(one, next, corner));
        lineageRefused("holders", () -> merge(one, others));
        lineageRefused("states", () -> merge(one, further));
        lineageRefused("tooFew", () -> merge(one, one));
        var merged = merge(next, one);

        var details = directory.details(merged);
        assertThat(details.computedM2()).isEqualByComparingTo("80000.00");
        assertThat(details.shape().geometry().getNumGeometries()).isOne();
        assertThat(details.profile().planName()).isEqualTo("控制性详细规划");
        assertThatThrownBy(() -> merge(one, others)).isInstanceOf(PlotHasEnded.class);
    }

    @Test
    void a_new_border_keeps_the_old_one_and_may_not_lie_on_others() {
        var id = registration.register(Papers.of("A-01"), square(442_000, 3_442_200, 200, 200));
        registration.register(Papers.of("A-02"), square(442_300, 3_442_200, 200, 200));
        var before = directory.details(id);

        assertThatThrownBy(() ->
                        boundary.change(
                                seen(id), square(442_000, 3_442_200, 301, 200), null, null, null))
                .isInstanceOf(PlotOverlapRefused.class);
        lineageRefused(
                "same",
                () ->
                        boundary.change(
                                seen(id), square(442_000, 3_442_200, 200, 200), null, null, null));
        var now = boundary.change(seen(id), square(442_000, 3_442_200, 300, 200), null, null, "勘界");

        assertThat(directory.details(now).profile().number()).isEqualTo("A-01");
        assertThat(directory.details(now).computedM2()).isEqualByComparingTo("60000.00");
        assertThat(directory.details(id).shape().geometry().equalsExact(before.shape().geometry()))
                .isTrue();
        assertThatThrownBy(() ->
                        registration.revise(
                                id, directory.details(id).version(), Papers.of("A-01", "改名")))
                .isInstanceOf(PlotHasEnded.class);
        assertThatThrownBy(() -> cut(id, line(0, 0, 1, 1), null, "A-03"))
                .isInstanceOf(PlotHasEnded.class);
        assertThatThrownBy(() -> moves.move(id, PlotState.RESERVE, null, null))
                .isInstanceOf(PlotHasEnded.class);
        var lead = leads.register(LeadDraft.named("项目").profile(), true);
        assertThatThrownBy(() -> reservations.reserve(id, lead, today().plusDays(9), false))
                .isInstanceOf(PlotHasEnded.class);
    }

    @Test
    void what_was_offered_must_pass_the_gates_with_its_new_ground() throws Exception {
        var id = registration.register(Papers.of("A-01"), square(442_000, 3_442_200, 200, 200));
        // without layers no state of supply can be reached by steps
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute(
                    "select set_config('app.tenant_id', '"
                            + zones.zone("deyang").value()
                            + "', false)");
            sql.execute("update plots.plot set state = 'SUPPLIED'");
        }

        assertThatThrownBy(() ->
                        boundary.change(
                                seen(id), square(442_000, 3_442_200, 100, 200), null, null, null))
                .isInstanceOfSatisfying(
                        PlotGatesRefused.class,
                        refused ->
                                assertThat(refused.gates())
                                        .extracting(RefusedPlotGate::gate)
                                        .containsExactly(
                                                PlotGate.DETAILED_PLAN, PlotGate.URBAN_BORDER));
    }

    @Test
    void the_lineage_tells_all_that_led_to_a_plot_and_all_that_came_of_it() {
        var id = registration.register(Papers.of("A-01"), square(442_000, 3_442_200, 200, 200));
        var neighbour =
                registration.register(Papers.of("B-01"), square(442_200, 3_442_200, 100, 200));
        var halves = cut(id, line(442_100, 3_441_000, 442_100, 3_443_000), null, "A-02", "A-03");
        var merged = merge(halves.get(1), neighbour);
        var now =
                boundary.change(
                        seen(merged), square(442_100, 3_442_200, 150, 200), null, null, null);

        var of = lineage.of(now);
        assertThat(of.descendants()).isEmpty();
        assertThat(of.more()).isFalse();
        assertThat(of.ancestors())
                .extracting(LineageStep::act)
                .containsExactly(LineageAct.REBOUNDED, LineageAct.MERGED, LineageAct.SPLIT);
        assertThat(of.ancestors().get(1).from())
                .extracting(LineageStep.LineagePlot::number)
                .containsExactly("A-03", "B-01");
        assertThat(of.ancestors().get(2).to())
                .extracting(LineageStep.LineagePlot::number)
                .containsExactly("A-02", "A-03");
        assertThat(of.ancestors().get(2).actorName()).isEqualTo("测试员 deyang-tester");
        assertThat(lineage.of(id).descendants())
                .extracting(LineageStep::act)
                .containsExactly(LineageAct.SPLIT, LineageAct.MERGED, LineageAct.REBOUNDED);
        assertThat(lineage.of(halves.get(0)).descendants()).isEmpty();
        assertThat(directory.history(id, null, 10))
                .extracting(line -> line.act() + " " + line.field() + " " + line.after())
                .contains("ended.SPLIT successors A-02、A-03");
    }

    @Test
    void who_saw_another_version_is_told_and_of_many_at_once_one_splits_it() throws Exception {
        var id = registration.register(Papers.of("A-01"), square(442_000, 3_442_200, 200, 200));
        var stale = seen(id);
        registration.revise(id, stale.version(), Papers.of("A-01", "改名"));
        assertThatThrownBy(() ->
                        splitting.cut(
                                stale,
                                line(442_100, 3_441_000, 442_100, 3_443_000),
                                ZONE,
                                List.of(named("A-02"), named("A-03")),
                                null,
                                null))
                .isInstanceOf(PlotChangedMeanwhile.class);

        var fresh = seen(id);
        var start = new CountDownLatch(1);
        var won = new AtomicInteger();
        var told = new AtomicInteger();
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                int n = i;
                pool.submit(() -> {
                    start.await();
                    try {
                        zones.in(
                                "deyang",
                                () ->
                                        splitting.cut(
                                                fresh,
                                                line(442_100, 3_441_000, 442_100, 3_443_000),
                                                ZONE,
                                                List.of(named("X-" + n), named("Y-" + n)),
                                                null,
                                                null));
                        won.incrementAndGet();
                    } catch (PlotHasEnded | PlotChangedMeanwhile refused) {
                        told.incrementAndGet();
                    }
                    return true;
                });
            }
            start.countDown();
        }
        assertThat(won).hasValue(1);
        assertThat(told).hasValue(7);
        assertThat(directory.find(PlotFilter.ALL, null, 10).items()).hasSize(2);
    }

    @Test
    void another_zone_sees_nothing() {
        var id = registration.register(Papers.of("A-01"), square(442_000, 3_442_200, 200, 200));
        var halves = cut(id, line(442_100, 3_441_000, 442_100, 3_443_000), null, "A-02", "A-03");
        var seen = seen(halves);

        zones.in(
                "luzhou",
                () -> {
                    for (Runnable act :
                            List.<Runnable>of(
                                    () -> lineage.of(id),
                                    () -> splitting.parts(halves.get(0), line(0, 0, 1, 1), ZONE),
                                    () -> merging.merge(seen, named("L-01"), null, null),
                                    () ->
                                            splitting.cut(
                                                    seen.get(0),
                                                    line(0, 0, 1, 1),
                                                    ZONE,
                                                    List.of(),
                                                    null,
                                                    null),
                                    () ->
                                            boundary.change(
                                                    seen.get(0),
                                                    square(442_000, 3_442_200, 50, 200),
                                                    null,
                                                    null,
                                                    null),
                                    () -> directory.details(id, today()))) {
                        assertThatThrownBy(act::run).isInstanceOf(UnknownPlot.class);
                    }
                    assertThat(directory.find(PlotFilter.ALL, today(), null, 10).items()).isEmpty();
                    return null;
                });
        assertThat(lineage.of(id).descendants()).hasSize(1);
    }

    private void refused(String why, BigDecimal areaM2, PlotId id, GroundShape... pieces) {
        assertThatThrownBy(() -> splitting.split(seen(id), pieces(pieces), null, null))
                .isInstanceOfSatisfying(
                        PlotLineageRefused.class,
                        refused -> {
                            assertThat(refused.messageKey())
                                    .isEqualTo("plots.refusal.lineage." + why);
                            assertThat(refused.arguments()).containsExactly(areaM2);
                        });
    }

    private static void lineageRefused(String why, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        PlotLineageRefused.class,
                        refused ->
                                assertThat(refused.messageKey())
                                        .isEqualTo("plots.refusal.lineage." + why));
    }

    private List<PlotId> cut(PlotId id, LineString line, LocalDate on, String... numbers) {
        return splitting.cut(
                seen(id),
                line,
                ZONE,
                java.util.Arrays.stream(numbers).map(PlotLineageTest::named).toList(),
                on,
                null);
    }

    private PlotId merge(PlotId... plots) {
        return merging.merge(seen(List.of(plots)), named("M-" + plots.length), null, null);
    }

    private PlotSeen seen(PlotId id) {
        return new PlotSeen(id, directory.details(id).version());
    }

    private List<PlotSeen> seen(List<PlotId> ids) {
        return ids.stream().map(this::seen).toList();
    }

    private static List<PlotPiece> pieces(GroundShape... shapes) {
        var pieces = new ArrayList<PlotPiece>();
        for (int i = 0; i < shapes.length; i++) {
            pieces.add(new PlotPiece(named("P-" + i), shapes[i]));
        }
        return pieces;
    }

    private static PlotNaming named(String number) {
        return new PlotNaming(number, number + "号地块", null);
    }

    private static LocalDate today() {
        return LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
    }

    /** From the north-west, in zone 35. */
    static GroundShape square(double east, double north, double width, double height) {
        return SomeGround.rectangle(35_000_000 + east, north, width, height);
    }

    private static LineString line(double east, double north, double toEast, double toNorth) {
        return FACTORY.createLineString(
                new Coordinate[] {
                    new Coordinate(35_000_000 + east, north),
                    new Coordinate(35_000_000 + toEast, toNorth)
                });
    }

    /** Through the middle and all of the box, in any direction. */
    private static LineString randomCut(SomeGround some, GroundShape shape) {
        var box = shape.geometry().getEnvelopeInternal();
        var middle = shape.geometry().getInteriorPoint().getCoordinate();
        double angle = some.random.nextDouble() * Math.PI;
        double far = box.getWidth() + box.getHeight();
        return FACTORY.createLineString(
                new Coordinate[] {
                    new Coordinate(
                            middle.x - far * Math.cos(angle), middle.y - far * Math.sin(angle)),
                    new Coordinate(
                            middle.x + far * Math.cos(angle), middle.y + far * Math.sin(angle))
                });
    }
}
