package org.kaiyuan.plots;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plot held, or queued for, by a lead.
 *
 * @param lead its id; null when whoever reads may not see the lead
 * @param place 1 for who comes next; null unless it waits
 */
public record ReservationLine(
        UUID id,
        PlotId plot,
        @Nullable UUID lead,
        @Nullable String leadName,
        ReservationState state,
        LocalDate until,
        int extended,
        @Nullable Integer place,
        Instant madeAt,
        String madeBy,
        @Nullable String endReason) {}
