package org.kaiyuan.enterprises;

import org.kaiyuan.platform.tenancy.TenantEvent;
import org.kaiyuan.platform.tenancy.TenantId;

/** An enterprise was recorded, revised or merged into; whoever keeps a picture of it looks again. */
public record EnterpriseChanged(TenantId tenantId, EnterpriseId enterpriseId)
        implements TenantEvent {}
