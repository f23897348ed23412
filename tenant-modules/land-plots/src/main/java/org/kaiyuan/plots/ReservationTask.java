package org.kaiyuan.plots;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lead has signed and none of its plots could be held for it; somebody has to see to it.
 *
 * @param plot the first one that was chosen for it
 * @param reason why that one could not be held
 * @param lead its id; null when whoever reads may not see the lead
 */
public record ReservationTask(
        UUID id,
        PlotId plot,
        String plotNumber,
        String plotName,
        ReservationTaskReason reason,
        @Nullable UUID lead,
        @Nullable String leadName,
        Instant openedAt) {}
