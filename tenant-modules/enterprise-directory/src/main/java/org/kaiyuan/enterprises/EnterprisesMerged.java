package org.kaiyuan.enterprises;

import org.kaiyuan.platform.tenancy.TenantEvent;
import org.kaiyuan.platform.tenancy.TenantId;

/**
 * Two records turned out to be one enterprise; whoever refers to {@code merged} refers to {@code survivor} from now on.
 *
 * @param merged its id leads to the survivor
 */
public record EnterprisesMerged(TenantId tenantId, EnterpriseId survivor, EnterpriseId merged)
        implements TenantEvent {}
