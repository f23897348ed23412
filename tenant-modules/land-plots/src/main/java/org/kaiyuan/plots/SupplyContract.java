package org.kaiyuan.plots;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A supply contract as it stands; its {@code leadId} is told to who may see the lead.
 *
 * @param version for optimistic locking, counts the amendments
 * @param grantedOn of 先租后让: when the lease became a grant
 * @param leaseEndsOn of 先租后让: the last day of the first lease
 * @param endedOn null while it runs
 */
public record SupplyContract(
        UUID id,
        long version,
        SupplyNote note,
        SupplyPhase phase,
        @Nullable LocalDate leaseEndsOn,
        @Nullable LocalDate grantedOn,
        @Nullable LocalDate endedOn,
        @Nullable String endReason,
        Instant madeAt,
        String madeBy) {
    public boolean isRunning() {
        return endedOn == null;
    }
}
