package org.kaiyuan.enterprises;

import java.util.UUID;
import org.kaiyuan.platform.imports.ImportFigures;
import org.kaiyuan.platform.tenancy.Quotas;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes what is staged and was found good, and what it is like before: by sets, in the open transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ImportWriting {
    private final JdbcTemplate jdbc;
    private final Quotas quotas;

    ImportWriting(JdbcTemplate jdbc, Quotas quotas) {
        this.jdbc = jdbc;
        this.quotas = quotas;
    }

    /** The temporary tables, empty. */
    void stage() {
        jdbc.execute(ImportSql.STAGE);
        jdbc.execute(ImportPartsSql.STAGE);
    }

    /** Lays out what the rows say of contacts, qualifications, figures and tags. */
    void unfold() {
        ImportPartsSql.UNFOLD.forEach(jdbc::execute);
    }

    /** Waits for the import, undo or decision of this zone that writes now. */
    void alone(TenantId tenant) {
        jdbc.query(ImportSql.ONE_AT_A_TIME, row -> {}, tenant.value());
    }

    /** Finds what would change; afterwards nobody else changes those records until the commit. */
    ImportFigures compare(ExistingChoice existing) {
        if (existing != ExistingChoice.SKIP) {
            count(ImportSql.LOCK_MATCHED);
            jdbc.update(ImportSql.DIFFERENCES, existing.name(), existing.name());
        }
        ImportPartsSql.COMPARE.forEach(sql -> jdbc.update(sql, existing.name()));
        ImportPartsSql.TELL.forEach(jdbc::update);
        return new ImportFigures(count(ImportSql.COUNT_NEW), count(ImportSql.COUNT_CHANGED));
    }

    /** Writes what {@link #compare} found, with its history, and notes what it was before. */
    void write(TenantId tenant, UUID importId, String actor, String actorName) {
        long t = tenant.value();
        jdbc.update(ImportSql.HISTORY_OF_CHANGES, t, actor, actorName, "imported");
        jdbc.update(ImportSql.BEFORE, t, importId, importId, importId);
        jdbc.update(ImportPartsSql.BEFORE, t, importId, importId);
        for (var names : ImportSql.FORMER_NAMES) {
            jdbc.update(names);
        }
        jdbc.update(ImportSql.UPDATE, importId);
        jdbc.update(ImportSql.INSERT, t, importId);
        quotas.refuseRecordsBeyond(0);
        ImportPartsSql.WRITE.forEach(sql -> jdbc.update(sql, t));
        jdbc.update(ImportSql.HISTORY_OF_NEW, t, actor, actorName);
        touch(tenant, importId);
    }

    /** Puts contacts, qualifications, figures and tags back as they were before the import, with history. */
    void putPartsBack(TenantId tenant, UUID importId, String actor, String actorName) {
        long t = tenant.value();
        stage();
        jdbc.update(ImportPartsSql.STAGE_UNDO, importId);
        ImportPartsSql.TELL.forEach(jdbc::update);
        jdbc.update(ImportSql.HISTORY_OF_CHANGES, t, actor, actorName, "importUndone");
        ImportPartsSql.REMOVE.forEach(jdbc::update);
        ImportPartsSql.WRITE.forEach(sql -> jdbc.update(sql, t));
    }

    /** Notes which records are new or changed, under a batch. */
    void touch(TenantId tenant, UUID batch) {
        jdbc.update(ImportSql.TOUCH, tenant.value(), batch);
    }

    private long count(String sql) {
        var count = jdbc.queryForObject(sql, Long.class);
        return count == null ? 0 : count;
    }
}
