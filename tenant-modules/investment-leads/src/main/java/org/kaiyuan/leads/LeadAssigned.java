package org.kaiyuan.leads;

import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.TenantEvent;
import org.kaiyuan.platform.tenancy.TenantId;

/**
 * A lead has another owner, or none.
 */
public record LeadAssigned(TenantId tenantId, LeadId leadId, @Nullable String owner)
        implements TenantEvent {}
