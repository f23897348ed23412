package org.kaiyuan.leads;

import org.kaiyuan.platform.tenancy.TenantEvent;
import org.kaiyuan.platform.tenancy.TenantId;

/**
 * Something of a lead is not as it was, or it is new.
 */
public record LeadChanged(TenantId tenantId, LeadId leadId) implements TenantEvent {}
