package org.kaiyuan.enterprises;

import java.util.UUID;
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

    ImportWriting(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** How many records became new or other than before. */
    record Written(long added, long changed) {}

    /** Waits for the import, undo or decision of this zone that writes now. */
    void alone(TenantId tenant) {
        jdbc.query(ImportSql.ONE_AT_A_TIME, row -> {}, tenant.value());
    }

    /** Finds what would change; afterwards nobody else changes those records until the commit. */
    Written compare(ExistingChoice existing) {
        if (existing != ExistingChoice.SKIP) {
            count(ImportSql.LOCK_MATCHED);
            jdbc.update(ImportSql.DIFFERENCES, existing.name(), existing.name());
        }
        return new Written(count(ImportSql.COUNT_NEW), count(ImportSql.COUNT_CHANGED));
    }

    /** Writes what {@link #compare} found, with its history, and notes what it was before. */
    void write(TenantId tenant, UUID importId, String actor, String actorName) {
        long t = tenant.value();
        jdbc.update(ImportSql.HISTORY_OF_CHANGES, t, actor, actorName);
        jdbc.update(ImportSql.BEFORE, t, importId, importId, importId);
        for (var names : ImportSql.FORMER_NAMES) {
            jdbc.update(names);
        }
        jdbc.update(ImportSql.UPDATE, importId);
        jdbc.update(ImportSql.INSERT, t, importId);
        jdbc.update(ImportSql.HISTORY_OF_NEW, t, actor, actorName);
        touch(tenant, importId);
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
