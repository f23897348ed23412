package org.kaiyuan.platform.access;

import java.security.Principal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.ActsInTenant;
import org.kaiyuan.platform.tenancy.TenantId;

/**
 * A person who has signed in, acting through one of their memberships.
 *
 * @param tenantId the zone of the active membership; null for a platform operator
 */
public record SignedIn(
        AccountId accountId,
        String username,
        String displayName,
        @Nullable TenantId tenantId,
        Set<Role> roles)
        implements ActsInTenant, Principal {
    public SignedIn {
        roles = Set.copyOf(roles);
    }

    @Override
    public String getName() {
        return username;
    }

    public boolean isOperator() {
        return roles.contains(Role.OPERATOR);
    }
}
