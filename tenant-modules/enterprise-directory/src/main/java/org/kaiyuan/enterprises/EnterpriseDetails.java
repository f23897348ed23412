package org.kaiyuan.enterprises;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One enterprise as its page shows it; contacts are masked.
 *
 * @param version for optimistic locking: what a revision was based on
 * @param mergedInto the survivor, when this one was merged away
 */
public record EnterpriseDetails(
        EnterpriseId id,
        long version,
        EnterpriseProfile profile,
        List<FormerName> formerNames,
        @Nullable EnterpriseId mergedInto,
        Instant createdAt,
        Instant updatedAt) {}
