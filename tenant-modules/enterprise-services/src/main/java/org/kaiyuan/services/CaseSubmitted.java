package org.kaiyuan.services;

import java.time.Instant;
import java.util.UUID;
import org.kaiyuan.platform.tenancy.TenantEvent;
import org.kaiyuan.platform.tenancy.TenantId;

/** A case was handed in. */
public record CaseSubmitted(
        TenantId tenantId, UUID caseId, String receipt, UUID service, Instant at)
        implements TenantEvent {}
