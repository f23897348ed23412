package org.kaiyuan.platform.tenants;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.TenantState;

/**
 * One line of what was done with a tenant.
 *
 * @param act such as {@code suspended} or {@code invited}
 * @param from null where the state was not what changed
 * @param actorName what colleagues call who did it
 */
public record LifeStep(
        UUID id,
        Instant at,
        String act,
        @Nullable TenantState from,
        @Nullable TenantState to,
        String actorName,
        @Nullable String reason) {}
