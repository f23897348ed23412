package org.kaiyuan.services;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.TenantEvent;
import org.kaiyuan.platform.tenancy.TenantId;

/**
 * A case was accepted, or is deemed to be.
 *
 * @param entry by which the park decides; null where it does not, or the affair is its own
 */
public record CaseAccepted(
        TenantId tenantId,
        UUID caseId,
        String receipt,
        @Nullable UUID entry,
        LocalDate on,
        @Nullable LocalDate dueOn,
        boolean deemed)
        implements TenantEvent {}
