package org.kaiyuan.leads;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.kaiyuan.platform.tenancy.Quotas;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes what is staged and was found good: by sets, in the open transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class LeadImportWriting {
    private final JdbcTemplate jdbc;
    private final Quotas quotas;
    private final LeadStore store;
    private final LeadReporting reporting;
    private final TenantDirectory tenants;
    private final Clock clock;

    LeadImportWriting(
            JdbcTemplate jdbc,
            Quotas quotas,
            LeadStore store,
            LeadReporting reporting,
            TenantDirectory tenants,
            Clock clock) {
        this.jdbc = jdbc;
        this.quotas = quotas;
        this.store = store;
        this.reporting = reporting;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** In whose name, and out of which file. */
    record Batch(UUID importId, String fileName, String actor, String actorName) {}

    /** The temporary tables, empty. */
    void stage() {
        jdbc.execute(LeadImportSql.STAGE);
    }

    /** Waits for the import, undo or decision of this zone that writes now. */
    void alone(TenantId tenant) {
        jdbc.query(LeadImportSql.ONE_AT_A_TIME, row -> {}, tenant.value());
    }

    long count(String sql, Object... arguments) {
        var count = jdbc.queryForObject(sql, Long.class, arguments);
        return count == null ? 0 : count;
    }

    /** Makes leads of the good rows; their codes are given in one step. */
    void write(TenantId tenant, Batch batch, long many) {
        if (many == 0) {
            return;
        }
        long t = tenant.value();
        int year = LocalDate.now(clock).getYear();
        var first =
                store.nextCode(
                        tenants.find(tenant).orElseThrow().code(), year, Math.toIntExact(many));
        int at = first.lastIndexOf('-') + 1;
        var now = Timestamp.from(clock.instant());
        jdbc.update(
                LeadImportSql.INSERT,
                t,
                first.substring(0, at),
                batch.importId(),
                batch.actor(),
                Integer.parseInt(first.substring(at)),
                now);
        quotas.refuseRecordsBeyond(0);
        LeadImportSql.PARTS.forEach(sql -> jdbc.update(sql, t));
        jdbc.update(
                LeadImportSql.MOVES, t, now, batch.actor(), batch.actorName(), batch.fileName());
        jdbc.update(LeadImportSql.HISTORY, t, batch.actor(), batch.actorName());
        reporting.reportStaged();
    }

    /** Notes which leads are new, under a batch of their own. */
    void touch(TenantId tenant, UUID batch) {
        jdbc.update(LeadImportSql.TOUCH, tenant.value(), batch);
    }
}
