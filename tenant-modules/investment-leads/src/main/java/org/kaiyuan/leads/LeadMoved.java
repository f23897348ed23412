package org.kaiyuan.leads;

import java.util.UUID;
import org.kaiyuan.platform.tenancy.TenantEvent;
import org.kaiyuan.platform.tenancy.TenantId;

/**
 * A lead entered another stage.
 *
 * @param moveId the same when it is told twice
 */
public record LeadMoved(TenantId tenantId, LeadId leadId, LeadStage from, LeadStage to, UUID moveId)
        implements TenantEvent {}
