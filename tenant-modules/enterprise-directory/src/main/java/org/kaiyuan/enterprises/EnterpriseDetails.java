package org.kaiyuan.enterprises;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One enterprise as its page shows it; contacts are masked.
 *
 * @param version for optimistic locking: what a revision was based on
 * @param mergedFrom the id that was asked for, when it was merged into this one
 */
public record EnterpriseDetails(
        EnterpriseId id,
        long version,
        EnterpriseProfile profile,
        @Nullable EnterpriseId mergedFrom,
        Instant createdAt,
        Instant updatedAt) {

    /** Names that it bore before, the last given up first. */
    public List<FormerName> formerNames() {
        return profile.formerNames();
    }
}
