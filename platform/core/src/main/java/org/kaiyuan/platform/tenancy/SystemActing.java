package org.kaiyuan.platform.tenancy;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;

/** Work that no person does: reactions and jobs act as the system, in the name of one tenant. */
public final class SystemActing {
    /** The sign-in name under which the system's own changes are recorded. */
    public static final String USERNAME = "system";

    private SystemActing() {}

    /** Does the work as the system in the tenant's name, and restores who acted before. */
    public static <T extends @Nullable Object> T inTenant(TenantId tenant, Supplier<T> work) {
        var system =
                new SecurityContextImpl(
                        new AnonymousAuthenticationToken(
                                USERNAME,
                                USERNAME,
                                AuthorityUtils.createAuthorityList("ROLE_SYSTEM")));
        return ActingContexts.during(system, () -> CurrentTenant.actAs(tenant, work));
    }
}
