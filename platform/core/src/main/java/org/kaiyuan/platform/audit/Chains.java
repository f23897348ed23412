package org.kaiyuan.platform.audit;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Leads to a chain: every zone has one, and number 0, which no zone has, is the platform's own.
 *
 * <p>The one place that steps over to the chain of another than the current zone, for as long as one line is
 * written or the platform's own chain is read.
 */
@Component
class Chains {
    /** Acts of nobody's zone: what operators do, sign-ins under names that nobody has. */
    static final long PLATFORM = 0;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate reading;
    private final TransactionTemplate snapshot;

    Chains(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** The chain of who acts now: their zone's, or the platform's where they act in none. */
    static long own() {
        return CurrentTenant.maybe().map(TenantId::value).orElse(PLATFORM);
    }

    /** In a transaction of its own, which sees this chain and no other. */
    <T extends @Nullable Object> T in(long zone, Supplier<T> work) {
        return begun(transaction, zone, work);
    }

    /** The same for reading. */
    <T extends @Nullable Object> T reading(long zone, Supplier<T> work) {
        return begun(reading, zone, work);
    }

    /** Reading what was there at one moment, however long it takes. */
    <T extends @Nullable Object> T atOneMoment(long zone, Supplier<T> work) {
        return begun(snapshot, zone, work);
    }

    /** Inside the transaction that is open, whatever zone it is of. */
    <T extends @Nullable Object> T within(long zone, Supplier<T> work) {
        if (zone == own() && zone != PLATFORM) {
            return work.get();
        }
        var before =
                jdbc.queryForObject("select current_setting('app.tenant_id', true)", String.class);
        jdbc.execute("SET LOCAL app.tenant_id = '" + zone + "'");
        var done = work.get();
        var digits = before == null || !before.matches("[0-9]+") ? "" : before;
        jdbc.execute("SET LOCAL app.tenant_id = '" + digits + "'");
        return done;
    }

    @SuppressWarnings("NullAway") // a template gives back what the work gave
    private <T extends @Nullable Object> T begun(
            TransactionTemplate template, long zone, Supplier<T> work) {
        if (zone == PLATFORM) {
            return template.execute(open -> within(PLATFORM, work));
        }
        return CurrentTenant.actAs(new TenantId(zone), () -> template.execute(open -> work.get()));
    }
}
