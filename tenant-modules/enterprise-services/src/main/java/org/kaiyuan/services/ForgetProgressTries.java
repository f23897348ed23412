package org.kaiyuan.services;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.kaiyuan.platform.jobs.ZoneChore;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tries of receipts and codes count within their hour alone. */
@Component
class ForgetProgressTries implements ZoneChore {
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ForgetProgressTries(JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public void run() {
        var hour = Timestamp.from(clock.instant().truncatedTo(ChronoUnit.HOURS));
        transaction.executeWithoutResult(
                t -> jdbc.update("delete from services.progress_try where hour < ?", hour));
    }
}
