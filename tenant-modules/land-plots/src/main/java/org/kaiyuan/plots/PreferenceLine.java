package org.kaiyuan.plots;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A plot that was chosen for a lead.
 *
 * @param place 1 for the one that is tried first
 * @param heldUntil until when a lead holds it, this one or another; null while none does
 * @param ended whether others took the plot's place
 */
public record PreferenceLine(
        PlotId plot,
        String number,
        String name,
        PlotState state,
        int place,
        @Nullable LocalDate heldUntil,
        boolean ended,
        Instant chosenAt,
        String chosenBy) {}
