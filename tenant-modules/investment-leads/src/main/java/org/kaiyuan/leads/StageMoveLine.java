package org.kaiyuan.leads;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a lead from stage to stage.
 *
 * @param from null where it began
 * @param overridden the gates that refused and were overridden
 */
public record StageMoveLine(
        @Nullable LeadStage from,
        LeadStage to,
        Instant at,
        String actorName,
        @Nullable String reason,
        List<Gate> overridden) {}
