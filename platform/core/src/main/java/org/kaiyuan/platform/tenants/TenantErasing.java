package org.kaiyuan.platform.tenants;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.kaiyuan.platform.access.StillZones;
import org.kaiyuan.platform.jobs.PlatformChore;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.platform.tenancy.TenantHolding;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.platform.tenancy.TenantRegister;
import org.kaiyuan.platform.tenancy.TenantRegistration;
import org.kaiyuan.platform.tenancy.TenantState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out deletions whose cooling-off period is over: everything that rooms hold, every row of every table
 * that the catalogue names, then the certificate. Each batch is a transaction of its own that also counts what it
 * removed, so after a crash it goes on where it was.
 *
 * @see <a href="../../../../../../../../docs/decisions/0020-export-and-deletion.md">decision 0020</a>
 */
@Component
class TenantErasing implements PlatformChore {
    private static final Logger LOG = LoggerFactory.getLogger(TenantErasing.class);
    private static final int BATCH = 5000;
    private static final int AT_ONCE = 10;
    private static final int MOST_PASSES = 5;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final TenantTables tables;
    private final List<TenantHolding> holdings;
    private final TenantRegister register;
    private final TenantRegistration registration;
    private final Certificates certificates;
    private final LifeSteps steps;
    private final StillZones still;
    private final Clock clock;

    TenantErasing(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            TenantTables tables,
            List<TenantHolding> holdings,
            TenantRegister register,
            TenantRegistration registration,
            Certificates certificates,
            LifeSteps steps,
            StillZones still,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.tables = tables;
        this.holdings = holdings;
        this.register = register;
        this.registration = registration;
        this.certificates = certificates;
        this.steps = steps;
        this.still = still;
        this.clock = clock;
    }

    @Override
    public void run() {
        var due =
                jdbc.query(
                        """
                        select zone from tenants.deletion
                        where requested_at + make_interval(days => cooling_days) <= now() order by requested_at limit ?\
                        """,
                        (row, number) -> row.getLong(1),
                        AT_ONCE);
        for (var zone : due) {
            try {
                erase(new TenantId(zone));
            } catch (RuntimeException notNow) {
                LOG.warn("The deletion of tenant {} goes on later", zone, notNow);
            }
        }
    }

    /** @throws RuntimeException when something does not answer; doing it again goes on */
    void erase(TenantId zone) {
        SystemActing.inTenant(
                zone,
                () -> {
                    begin(zone);
                    int passes = 0;
                    while (pass(zone) > 0) {
                        if (++passes == MOST_PASSES) {
                            throw new IllegalStateException(
                                    "Something still writes in the name of tenant " + zone);
                        }
                    }
                    finish(zone);
                    return true;
                });
        still.changed(zone);
    }

    private void begin(TenantId zone) {
        transaction.executeWithoutResult(open -> {
            int first =
                    jdbc.update(
                            "update tenants.deletion set begun_at = ? where zone = ? and begun_at is null",
                            Timestamp.from(clock.instant()),
                            zone.value());
            if (first > 0) {
                steps.write(zone, "deletionBegun", null, null, null);
            }
        });
    }

    /** Once through everything; how many things were found. */
    private long pass(TenantId zone) {
        long found = batch(zone, "access.account", () -> asked("select tenants.erase_people()"));
        for (var holding : holdings) {
            long removed = holding.remove();
            found += removed;
            batch(zone, holding.name(), () -> removed);
        }
        for (var table : tables.inOrderOfRemoval()) {
            found += empty(zone, table.name());
        }
        for (var table : tables.ofRegisters()) {
            found += empty(zone, table);
        }
        return found;
    }

    private long empty(TenantId zone, String table) {
        long all = 0;
        while (true) {
            long removed =
                    batch(
                            zone,
                            table,
                            () -> asked("select tenants.erase(?::regclass, ?)", table, BATCH));
            all += removed;
            if (removed < BATCH) {
                return all;
            }
        }
    }

    /** Removes and counts in one transaction. */
    private long batch(TenantId zone, String what, Supplier<Long> work) {
        return Objects.requireNonNull(
                transaction.execute(open -> {
                    long removed = work.get();
                    if (removed > 0) {
                        jdbc.update(
                                """
                                insert into tenants.erased as e (zone, what, rows) values (?, ?, ?)
                                on conflict (zone, what) do update set rows = e.rows + excluded.rows\
                                """,
                                zone.value(),
                                what,
                                removed);
                    }
                    return removed;
                }));
    }

    private long asked(String sql, Object... arguments) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class, arguments));
    }

    /** Looks at every table once more, and only then says that nothing is left. */
    private void finish(TenantId zone) {
        transaction.executeWithoutResult(open -> {
            var tenant = register.locked(zone);
            int looked = refuseWhatIsLeft(zone);
            var removed = new LinkedHashMap<String, Long>();
            jdbc.query(
                    "select what, rows from tenants.erased where zone = ? order by what",
                    row -> {
                        removed.put(row.getString(1), row.getLong(2));
                    },
                    zone.value());
            certificates.issue(tenant, removed, looked);
            jdbc.update("delete from tenants.erased where zone = ?", zone.value());
            jdbc.update("delete from tenants.deletion where zone = ?", zone.value());
            registration.become(tenant, TenantState.DELETED, null);
            steps.write(zone, "deleted", TenantState.CLOSING, TenantState.DELETED, null);
        });
    }

    /** How many tables were looked at. */
    private int refuseWhatIsLeft(TenantId zone) {
        var all = tables.all();
        var left = new ArrayList<String>();
        for (var table : all) {
            if (Boolean.TRUE.equals(
                    jdbc.queryForObject(
                            "select exists (select from " + table.quoted() + ")", Boolean.class))) {
                left.add(table.name());
            }
        }
        if (!left.isEmpty()) {
            throw new IllegalStateException("Left of tenant %s: %s".formatted(zone, left));
        }
        return all.size();
    }
}
