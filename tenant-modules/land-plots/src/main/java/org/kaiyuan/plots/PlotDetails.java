package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.ground.GroundShape;

/**
 * Everything about a plot.
 *
 * @param shape in metres of its own 3° zone, eastings with the zone's number
 * @param endedOn when other plots took its place; null while it is
 */
public record PlotDetails(
        PlotId id,
        long version,
        PlotProfile profile,
        PlotState state,
        LocalDate stateSince,
        GroundShape shape,
        BigDecimal computedM2,
        LocalDate begunOn,
        @Nullable LocalDate endedOn) {}
