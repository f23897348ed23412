package org.kaiyuan.platform.tenants;

import java.util.Objects;
import java.util.function.Supplier;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A transaction in the name of a tenant by somebody who acts in none: the operator. Only what their use cases
 * have checked comes here, and nothing of the tenant's records is given back.
 */
@Component
class InZone {
    private final TransactionTemplate transaction;

    InZone(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    <T> T get(TenantId zone, Supplier<T> work) {
        return CurrentTenant.actAs(
                zone, () -> Objects.requireNonNull(transaction.execute(open -> work.get())));
    }

    void run(TenantId zone, Runnable work) {
        CurrentTenant.actAs(zone, () -> transaction.executeWithoutResult(open -> work.run()));
    }
}
