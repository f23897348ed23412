package org.kaiyuan.platform.tenancy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's line in the register, as the operator sees it.
 *
 * @param stateReason why it is suspended or to be deleted
 * @param divisions codes of where it lies, or of what a supervisor supervises, without trailing zeros
 * @param modules words of the modules that are switched on; null for all
 * @param version counts its changes; a change names the one that it is based on
 */
public record TenantRow(
        TenantId id,
        String code,
        String name,
        TenantKind kind,
        String levelType,
        @Nullable String city,
        List<String> divisions,
        TenantState state,
        @Nullable String stateReason,
        @Nullable Set<String> modules,
        boolean demo,
        Instant createdAt,
        long version) {}
