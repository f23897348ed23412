package org.kaiyuan.plots;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One wording of a contract.
 *
 * @param version 0 is as it was signed
 * @param reason empty for what was signed
 */
public record SupplyAmendment(
        long version, SupplyNote note, @Nullable String reason, Instant at, String actorName) {}
