package org.kaiyuan.enterprises;

import org.kaiyuan.platform.tenancy.TenantEvent;
import org.kaiyuan.platform.tenancy.TenantId;

/** An enterprise is no longer in the directory. */
public record EnterpriseRemoved(TenantId tenantId, EnterpriseId enterpriseId)
        implements TenantEvent {}
