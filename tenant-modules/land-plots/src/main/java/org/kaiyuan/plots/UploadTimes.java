package org.kaiyuan.plots;

import java.sql.Timestamp;
import java.time.Clock;
import org.kaiyuan.platform.jobs.ZoneChore;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Files that nobody decided on within a day go. */
@Component
class UploadTimes implements ZoneChore {
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    UploadTimes(JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public void run() {
        transaction.executeWithoutResult(t ->
                jdbc.update(
                        "delete from plots.upload where brought_at < ?",
                        Timestamp.from(clock.instant().minus(KeptUploads.KEPT))));
    }
}
