package org.kaiyuan.leads;

import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.platform.tenancy.TenantEvent;
import org.kaiyuan.platform.tenancy.TenantId;

/**
 * The enterprise that a lead brought is in the directory.
 */
public record LeadEnterpriseRegistered(TenantId tenantId, LeadId leadId, EnterpriseId enterpriseId)
        implements TenantEvent {}
