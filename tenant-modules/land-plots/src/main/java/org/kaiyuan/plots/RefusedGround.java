package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A gate that refuses, with the ground at fault.
 *
 * @param areaM2 how much of the plot is at fault, m²
 * @param at which part of it, in the plane of the plot's own zone or, for a map, in degrees; null where a paper
 *     is missing
 */
public record RefusedGround(PlotGate gate, BigDecimal areaM2, @Nullable Geometry at) {
    /** Without the ground: what is told in words. */
    static List<RefusedPlotGate> inWords(List<RefusedGround> refused) {
        return refused.stream().map(one -> new RefusedPlotGate(one.gate(), one.areaM2())).toList();
    }
}
