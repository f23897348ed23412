package org.kaiyuan.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kaiyuan.plots.LayerKind;
import org.kaiyuan.plots.PlotGate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * What lies over the made-up ground, drawn so that each gate of supply refuses one or two plots at the rim and no
 * other: protected ground reaches over a street and ends at the next plot.
 */
final class InventedLayers {
    private static final double CORE = 0.42;

    private final Site site;
    private final InventedGround ground;
    private final Draws draws;
    private final Map<PlotGate, List<Lot>> refused = new EnumMap<>(PlotGate.class);
    private final List<Layer> layers = new ArrayList<>();
    private final Set<Lot> core;

    /** One shape of a layer, in the plane of {@link InventedGround#plane()}. */
    record Layer(LayerKind kind, String name, Geometry ground) {}

    private InventedLayers(Site site, String zone, InventedGround ground, Draws draws) {
        this.site = site;
        this.ground = ground;
        this.draws = draws;
        this.core = innermost();
        add(LayerKind.BOUNDARY, zone + "四至范围", ground.boundary());
        add(LayerKind.WATER, site.river(), ground.river());
        plan();
        border();
        reaching(PlotGate.FARMLAND, LayerKind.FARMLAND, "永久基本农田图斑1", 1.25 * Math.PI);
        reaching(
                PlotGate.ECOLOGICAL_REDLINE,
                LayerKind.ECOLOGICAL_REDLINE,
                "生态保护红线（丘陵水源涵养）",
                1.75 * Math.PI);
        fields();
        add(
                LayerKind.INDUSTRIAL_LINE,
                "工业用地保障线",
                Overlays.widened(Overlays.widened(Overlays.together(core), 26), -20));
        parks();
    }

    static InventedLayers over(Site site, String zone, InventedGround ground, Draws draws) {
        return new InventedLayers(site, zone, ground, draws);
    }

    List<Layer> layers() {
        return List.copyOf(layers);
    }

    /** Which gate of supply refuses which plots; {@link PlotGate#INDUSTRIAL_LINE} is not among them. */
    Map<PlotGate, List<Lot>> refused() {
        return Collections.unmodifiableMap(refused);
    }

    /** Inside the line of protected industrial land. */
    Set<Lot> core() {
        return Collections.unmodifiableSet(core);
    }

    /** All but a corner with one or two plots. */
    private void plan() {
        var corner = furthest(0.25 * Math.PI);
        var left = new ArrayList<>(List.of(corner));
        ground.lots().stream()
                .filter(lot -> lot != corner && isFree(lot) && lot.sharesBlockWith(corner))
                .filter(lot -> lot.ground().distance(corner.ground()) < 0.5)
                .max(Comparator.comparing(lot -> lot.ground().getArea()))
                .ifPresent(left::add);
        refused.put(PlotGate.DETAILED_PLAN, left);
        var hole = Overlays.widened(Overlays.together(left).convexHull(), 90);
        add(
                LayerKind.DETAILED_PLAN,
                "详细规划覆盖范围",
                Overlays.without(ground.boundary(), Overlays.without(hole, others(left, 2))));
    }

    /** Runs through one plot. */
    private void border() {
        double direction = 0.75 * Math.PI;
        var lot = furthest(direction);
        refused.put(PlotGate.URBAN_BORDER, List.of(lot));
        var beyond =
                Overlays.without(
                        ground.patch(ahead(rim(lot, direction), direction, 130), 330),
                        others(List.of(lot), 4));
        add(
                LayerKind.URBAN_BORDER,
                "城镇开发边界",
                Overlays.largest(Overlays.without(ground.boundary().buffer(60, 3), beyond)));
    }

    private void reaching(PlotGate gate, LayerKind kind, String name, double direction) {
        var lot = furthest(direction);
        refused.put(gate, List.of(lot));
        var patch = ground.patch(ahead(rim(lot, direction), direction, 150), 280);
        var free =
                Overlays.without(Overlays.without(patch, others(List.of(lot), 6)), ground.river());
        Overlays.pieces(free, 400).stream()
                .filter(piece -> piece.intersects(lot.ground()))
                .max(Comparator.comparing(piece -> Overlays.both(piece, lot.ground()).getArea()))
                .ifPresent(piece -> add(kind, name, piece));
    }

    /** Fields that touch nothing. */
    private void fields() {
        var taken = Overlays.together(others(List.of(), 40), ground.river());
        for (var layer : layers) {
            if (layer.kind() == LayerKind.FARMLAND
                    || layer.kind() == LayerKind.ECOLOGICAL_REDLINE) {
                taken = Overlays.together(taken, layer.ground().buffer(15));
            }
        }
        for (int i = 2; i <= 4; i++) {
            double direction = draws.between(0, 2 * Math.PI);
            var patch =
                    ground.patch(
                            ahead(rim(furthestOfAll(direction), direction), direction, 330),
                            draws.between(150.0, 260.0));
            var free = Overlays.pieces(Overlays.without(patch, taken), 20_000);
            if (!free.isEmpty()) {
                add(LayerKind.FARMLAND, "永久基本农田图斑" + i, free.getFirst());
                taken = Overlays.together(taken, free.getFirst().buffer(15));
            }
        }
    }

    private void parks() {
        Geometry before = ground.river();
        for (int district = 0; district < 2; district++) {
            int here = district;
            var lots = ground.lots().stream().filter(lot -> lot.district() == here).toList();
            var hull = Overlays.together(lots).convexHull().buffer(18, 3);
            var park = Overlays.without(Overlays.both(hull, ground.boundary()), before);
            add(
                    LayerKind.SUB_PARK,
                    site.districts().get(district).replace("片区", "产业园"),
                    Overlays.largest(park));
            before = Overlays.together(before, park);
        }
    }

    private void add(LayerKind kind, String name, Geometry shape) {
        layers.add(new Layer(kind, name + "（演示）", Overlays.onGrid(shape)));
    }

    private Set<Lot> innermost() {
        var inner = ground.lots().stream().sorted(Comparator.comparing(Lot::remoteness)).toList();
        var last = inner.get((int) (CORE * inner.size()));
        return inner.stream()
                .filter(lot -> lot.remoteness() <= last.remoteness() || lot.sharesBlockWith(last))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Outside the core, not refused by another gate, and not beside such a plot. */
    private Lot furthest(double direction) {
        return ground.lots().stream()
                .filter(this::isFree)
                .max(
                        Comparator.comparing(lot ->
                                along(lot.ground().getCentroid().getCoordinate(), direction)))
                .orElseThrow();
    }

    private Lot furthestOfAll(double direction) {
        return ground.lots().stream()
                .max(
                        Comparator.comparing(lot ->
                                along(lot.ground().getCentroid().getCoordinate(), direction)))
                .orElseThrow();
    }

    private boolean isFree(Lot lot) {
        return !core.contains(lot)
                && refused.values().stream().flatMap(List::stream).noneMatch(lot::sharesBlockWith);
    }

    /** Where the plot reaches furthest. */
    private Coordinate rim(Lot lot, double direction) {
        return Stream.of(lot.ground().getCoordinates())
                .max(Comparator.comparing(point -> along(point, direction)))
                .orElseThrow();
    }

    private Coordinate ahead(Coordinate from, double direction, double metres) {
        var step = ground.towards(direction);
        return new Coordinate(from.x + metres * step.x, from.y + metres * step.y);
    }

    private double along(Coordinate point, double direction) {
        var step = ground.towards(direction);
        return point.x * step.x + point.y * step.y;
    }

    private Geometry others(List<Lot> but, double metres) {
        return Overlays.widened(
                Overlays.together(
                        ground.lots().stream().filter(lot -> !but.contains(lot)).toList()),
                metres);
    }
}
