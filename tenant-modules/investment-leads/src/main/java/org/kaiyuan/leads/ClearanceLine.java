package org.kaiyuan.leads;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a clearance ended.
 *
 * @param document number of the approval; null for an exemption
 * @param reason why none is needed; null for an approval
 */
public record ClearanceLine(
        ClearanceKind kind,
        ClearanceOutcome outcome,
        @Nullable String document,
        LocalDate decidedOn,
        @Nullable String reason,
        @Nullable String actorName,
        @Nullable Instant at) {}
