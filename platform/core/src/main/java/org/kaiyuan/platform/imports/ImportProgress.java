package org.kaiyuan.platform.imports;

import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells others how far a run is, in short transactions of its own while the long one is open. */
final class ImportProgress {
    private final ImportTables tables;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate own;

    ImportProgress(
            ImportTables tables, JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.tables = tables;
        this.jdbc = jdbc;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @throws Cancelled when somebody wished so meanwhile */
    void tell(UUID id, ImportPhase phase, long read, long rejected) {
        var cancelled =
                own.execute(t ->
                        jdbc.queryForList(
                                tables.in(
                                        """
                                        update {word}.import_job set phase = ?, read_rows = ?, rejected = ?
                                        where id = ? returning cancel_wanted\
                                        """),
                                Boolean.class,
                                phase.name(),
                                read,
                                rejected,
                                id));
        if (cancelled != null && cancelled.contains(true)) {
            throw new Cancelled();
        }
    }

    /** Whether somebody has said meanwhile that it shall stop. */
    boolean isUnwanted(UUID id) {
        var wanted =
                own.execute(t ->
                        jdbc.queryForList(
                                tables.in(
                                        "select cancel_wanted from {word}.import_job where id = ?"),
                                Boolean.class,
                                id));
        return wanted != null && wanted.contains(true);
    }

    /** Ends the long transaction of an import that is no longer wanted. */
    static final class Cancelled extends RuntimeException {
        Cancelled() {
            super("The import was cancelled", null, false, false);
        }
    }
}
