package org.kaiyuan.platform.tenancy;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The tenant that the open transaction's connection was given at its begin. */
final class TransactionTenant {
    private TransactionTenant() {}

    static @Nullable TenantId current() {
        return (TenantId) TransactionSynchronizationManager.getResource(TransactionTenant.class);
    }

    static @Nullable TenantId replace(@Nullable TenantId tenant) {
        var before =
                (TenantId)
                        TransactionSynchronizationManager.unbindResourceIfPossible(
                                TransactionTenant.class);
        if (tenant != null) {
            TransactionSynchronizationManager.bindResource(TransactionTenant.class, tenant);
        }
        return before;
    }
}
