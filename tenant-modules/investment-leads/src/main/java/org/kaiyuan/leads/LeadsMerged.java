package org.kaiyuan.leads;

import org.kaiyuan.platform.tenancy.TenantEvent;
import org.kaiyuan.platform.tenancy.TenantId;

/** One lead has become part of another. */
public record LeadsMerged(TenantId tenantId, LeadId survivor, LeadId gone) implements TenantEvent {}
