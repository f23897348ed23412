package org.kaiyuan.services;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.TenantEvent;
import org.kaiyuan.platform.tenancy.TenantId;

/** A case was decided, answered or ended without a decision; outcome is null for one that was withdrawn after acceptance. */
public record CaseDecided(
        TenantId tenantId,
        UUID caseId,
        String receipt,
        @Nullable UUID entry,
        LocalDate on,
        @Nullable CaseOutcome outcome)
        implements TenantEvent {}
