package org.kaiyuan.leads;

import org.kaiyuan.platform.tenancy.TenantEvent;
import org.kaiyuan.platform.tenancy.TenantId;

/**
 * A lead is not there any more.
 */
public record LeadRemoved(TenantId tenantId, LeadId leadId) implements TenantEvent {}
