package org.kaiyuan.services;

import java.util.UUID;
import org.kaiyuan.platform.tenancy.TenantEvent;
import org.kaiyuan.platform.tenancy.TenantId;

/** An edition of a service counts from now on, or the service was closed or opened again. */
public record ServicePublished(TenantId tenantId, UUID service, int number, boolean open)
        implements TenantEvent {}
