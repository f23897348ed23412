package org.kaiyuan.platform.tenancy;

import org.hibernate.context.spi.CurrentTenantIdentifierResolver;

/** Tells Hibernate the tenant of the session that it opens: 0, which no row has, where there is none. */
class TenantResolver implements CurrentTenantIdentifierResolver<Long> {
    private static final long NO_TENANT = 0;

    @Override
    public Long resolveCurrentTenantIdentifier() {
        return CurrentTenant.maybe().map(TenantId::value).orElse(NO_TENANT);
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return true;
    }
}
