package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Plots that took the place of others.
 *
 * @param on the day from which on it is so
 * @param at when it was entered
 * @param from those that ended
 * @param to those that began
 */
public record LineageStep(
        UUID id,
        LineageAct act,
        LocalDate on,
        Instant at,
        String actor,
        String actorName,
        @Nullable String reason,
        List<LineagePlot> from,
        List<LineagePlot> to) {

    /**
     * A plot in such a step.
     *
     * @param endedOn null while it is
     */
    public record LineagePlot(
            PlotId id,
            String number,
            String name,
            BigDecimal computedM2,
            LocalDate begunOn,
            @Nullable LocalDate endedOn) {}
}
