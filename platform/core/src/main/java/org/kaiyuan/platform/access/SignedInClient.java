package org.kaiyuan.platform.access;

import java.security.Principal;
import org.kaiyuan.platform.tenancy.ActsInTenant;
import org.kaiyuan.platform.tenancy.TenantId;

/**
 * A program that calls the API in the name of the one zone it is registered for.
 *
 * @param tenantId from its registration, never from what it sends
 */
public record SignedInClient(String clientId, String displayName, TenantId tenantId)
        implements ActsInTenant, Principal {
    @Override
    public String getName() {
        return clientId;
    }
}
