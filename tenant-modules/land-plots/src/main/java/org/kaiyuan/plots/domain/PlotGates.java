package org.kaiyuan.plots.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kaiyuan.plots.LayerKind;
import org.kaiyuan.plots.PlotGate;
import org.kaiyuan.plots.PlotState;
import org.kaiyuan.plots.RefusedGround;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * Which gates refuse a plot. Exact, in the plane of the plot's own 3° zone; what is smaller than a tenth of a
 * square metre is the play of surveys, not ground.
 */
public final class PlotGates {
    /** Overlaps up to here are none, m². */
    public static final BigDecimal TOLERANCE_M2 = new BigDecimal("0.10");

    private PlotGates() {}

    /**
     * Those that refuse a supply; none when the plot may be supplied.
     *
     * @param around what lies around the plot by its layer, in the plane of the plot's zone
     */
    public static List<RefusedGround> refusing(
            PlotState to, Geometry plot, Map<LayerKind, List<Geometry>> around) {
        if (!to.isSupply()) {
            return List.of();
        }
        var refused = new ArrayList<RefusedGround>();
        refuse(refused, PlotGate.DETAILED_PLAN, outside(plot, around, LayerKind.DETAILED_PLAN));
        refuse(refused, PlotGate.FARMLAND, inside(plot, around, LayerKind.FARMLAND));
        refuse(
                refused,
                PlotGate.ECOLOGICAL_REDLINE,
                inside(plot, around, LayerKind.ECOLOGICAL_REDLINE));
        refuse(refused, PlotGate.URBAN_BORDER, outside(plot, around, LayerKind.URBAN_BORDER));
        return refused;
    }

    /** Those that refuse another use; none when it may change. */
    public static List<RefusedGround> refusingAnotherUse(
            Geometry plot, Map<LayerKind, List<Geometry>> around) {
        var refused = new ArrayList<RefusedGround>();
        refuse(refused, PlotGate.INDUSTRIAL_LINE, inside(plot, around, LayerKind.INDUSTRIAL_LINE));
        return refused;
    }

    /** What of the plot lies in the layer: may be empty. */
    private static Geometry touching(Geometry plot, List<Geometry> layer) {
        return layer.isEmpty()
                ? plot.getFactory().createPolygon()
                : plot.intersection(UnaryUnionOp.union(layer));
    }

    /** What of the plot lies outside the layer: all of it where there is no such layer. */
    private static Geometry beyond(Geometry plot, List<Geometry> layer) {
        return layer.isEmpty() ? plot : plot.difference(UnaryUnionOp.union(layer));
    }

    private static Geometry inside(
            Geometry plot, Map<LayerKind, List<Geometry>> around, LayerKind kind) {
        return touching(plot, around.getOrDefault(kind, List.of()));
    }

    private static Geometry outside(
            Geometry plot, Map<LayerKind, List<Geometry>> around, LayerKind kind) {
        return beyond(plot, around.getOrDefault(kind, List.of()));
    }

    private static void refuse(List<RefusedGround> refused, PlotGate gate, Geometry fault) {
        var area = BigDecimal.valueOf(fault.getArea()).setScale(2, RoundingMode.HALF_UP);
        if (area.compareTo(TOLERANCE_M2) > 0) {
            refused.add(new RefusedGround(gate, area, fault));
        }
    }
}
