package org.kaiyuan.platform.jobs;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down what becomes of jobs, each time in a transaction of its own. */
@Component
class JobBook {
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    JobBook(JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    void begun(UUID id) {
        transaction.executeWithoutResult(open ->
                jdbc.update(
                        "update jobs.job set state = 'RUNNING', started_at = ?, ended_at = null where id = ?"
                                + " and state <> 'CANCELLED'",
                        Timestamp.from(clock.instant()),
                        id));
    }

    /** @param report null where the job says nothing: then it is done */
    void ended(UUID id, @Nullable JobReport report) {
        transaction.executeWithoutResult(open ->
                jdbc.update(
                        """
                        update jobs.job set state = ?, title = ?, path = ?, done = ?, total = ?, ended_at = ?
                        where id = ? and state <> 'CANCELLED'\
                        """,
                        report == null || report.state().isUnderWay()
                                ? JobState.DONE.name()
                                : report.state().name(),
                        report == null ? "" : report.title(),
                        report == null ? null : report.path(),
                        report == null ? 0 : report.done(),
                        report == null ? 0 : report.total(),
                        Timestamp.from(clock.instant()),
                        id));
    }

    /** @param last whether nobody tries again */
    void failed(UUID id, boolean last) {
        transaction.executeWithoutResult(open ->
                jdbc.update(
                        "update jobs.job set state = ?, ended_at = ? where id = ? and state <> 'CANCELLED'",
                        last ? JobState.FAILED.name() : JobState.QUEUED.name(),
                        last ? Timestamp.from(clock.instant()) : null,
                        id));
    }
}
