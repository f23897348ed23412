package org.kaiyuan.platform.tenancy;

import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells PostgreSQL at every transaction's begin which tenant's rows it may show.
 *
 * <p>A literal {@code SET LOCAL} rather than {@code set_config()}, because Citus and ShardingSphere
 * pass only the former on; it ends with the transaction, so a pooled connection carries nothing over.
 * Without a tenant nothing is set, and the policies show no row.
 */
class TenantTransactionManager extends JpaTransactionManager {

    TenantTransactionManager(EntityManagerFactory entityManagerFactory) {
        super(entityManagerFactory);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        var tenant = CurrentTenant.maybe().orElse(null);
        TransactionTenant.replace(tenant);
        if (tenant != null) {
            try {
                tellPostgres(tenant);
            } catch (RuntimeException failed) {
                TransactionTenant.replace(null);
                doCleanupAfterCompletion(transaction);
                throw failed;
            }
        }
    }

    @Override
    protected Object doSuspend(Object transaction) {
        return new Suspended(super.doSuspend(transaction), TransactionTenant.replace(null));
    }

    @Override
    protected void doResume(@Nullable Object transaction, Object suspendedResources) {
        var suspended = (Suspended) suspendedResources;
        super.doResume(transaction, suspended.resources());
        TransactionTenant.replace(suspended.tenant());
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        refuseWhenTenantChanged();
        super.doCommit(status);
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        TransactionTenant.replace(null);
        super.doCleanupAfterCompletion(transaction);
    }

    /** The sign-in changed under an open transaction: what it wrote went to the tenant of before. */
    private static void refuseWhenTenantChanged() {
        var ofTransaction = TransactionTenant.current();
        var now = CurrentTenant.maybe().orElse(null);
        if (ofTransaction != null && now != null && !ofTransaction.equals(now)) {
            throw new IllegalStateException(
                    "The tenant changed from %s to %s inside a transaction"
                            .formatted(ofTransaction, now));
        }
    }

    private void tellPostgres(TenantId tenant) {
        var dataSource = getDataSource();
        if (dataSource == null
                || !(TransactionSynchronizationManager.getResource(dataSource)
                        instanceof ConnectionHolder holder)) {
            throw new IllegalStateException(
                    "The transaction shows no JDBC connection to set the tenant on");
        }
        Connection connection = holder.getConnection();
        try (var statement = connection.createStatement()) {
            var cameFrom = CurrentTenant.cameFrom();
            statement.execute(
                    "SET LOCAL app.tenant_id = '"
                            + tenant.value()
                            + "'"
                            + (cameFrom == null
                                    ? ""
                                    : "; SET LOCAL app.came_from = '" + cameFrom.value() + "'"));
        } catch (SQLException e) {
            throw new CannotCreateTransactionException(
                    "Could not set the tenant of the transaction", e);
        }
    }

    private record Suspended(Object resources, @Nullable TenantId tenant) {}
}
