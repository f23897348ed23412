package org.kaiyuan.leads;

import org.kaiyuan.platform.tenancy.TenantEvent;
import org.kaiyuan.platform.tenancy.TenantId;

/**
 * A lead was registered.
 */
public record LeadRegistered(TenantId tenantId, LeadId leadId) implements TenantEvent {}
