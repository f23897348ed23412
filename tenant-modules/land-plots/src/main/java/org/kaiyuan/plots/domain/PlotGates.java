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
import org.kaiyuan.plots.ground.Ground;
import org.locationtech.jts.geom.Geometry;

/**
 * Which gates refuse a plot. Exact, in the plane of the plot's own 3° zone; what is smaller than a tenth of a
 * square metre, or nowhere as wide as a centimetre, is the play of surveys, not ground.
 */
public final class PlotGates {
    /** Overlaps up to here are none, m². */
    public static final BigDecimal TOLERANCE_M2 = new BigDecimal("0.10");

    /**
     * What is nowhere as wide as this, in metres, is no ground either: a border of 3 km that is straight in one 3° zone
     * bends by up to a centimetre in the next.
     */
    public static final double SLIVER_WIDTH = 0.01;

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

    private static Geometry inside(
            Geometry plot, Map<LayerKind, List<Geometry>> around, LayerKind kind) {
        return Ground.within(plot, layer(around, kind), SLIVER_WIDTH);
    }

    /** All of it where there is no such layer. */
    private static Geometry outside(
            Geometry plot, Map<LayerKind, List<Geometry>> around, LayerKind kind) {
        return Ground.without(plot, layer(around, kind), SLIVER_WIDTH);
    }

    private static Geometry layer(Map<LayerKind, List<Geometry>> around, LayerKind kind) {
        return Ground.together(around.getOrDefault(kind, List.of()));
    }

    private static void refuse(List<RefusedGround> refused, PlotGate gate, Geometry fault) {
        var area = BigDecimal.valueOf(fault.getArea()).setScale(2, RoundingMode.HALF_UP);
        if (area.compareTo(TOLERANCE_M2) > 0) {
            refused.add(new RefusedGround(gate, area, fault));
        }
    }
}
