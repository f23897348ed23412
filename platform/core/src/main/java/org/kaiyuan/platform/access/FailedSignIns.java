package org.kaiyuan.platform.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.LockedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes guessing slow, whichever node is asked: after five failures in a row a name has to wait, after
 * twenty-five an address, twice as long each time and a quarter of an hour at most.
 *
 * <p>Kept in transactions of their own: a failure counts although what it was part of is rolled back. Names
 * are kept as hashes, because people type passwords into the wrong field.
 */
@Component
class FailedSignIns {
    static final int FREE_FOR_A_NAME = 5;
    static final int FREE_FOR_AN_ADDRESS = 25;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FailedSignIns(JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /**
     * Before each try: it counts as a failure until {@link #forget} is called, so that many tries at once
     * are as slow as one after the other. While the name has to wait, a try counts for nothing.
     *
     * @throws LockedException while the name has to wait
     */
    void oneMore(String name) {
        if (!count(ofName(name), FREE_FOR_A_NAME)) {
            throw new LockedException("Too many failures; wait a while");
        }
    }

    /** @throws LockedException while the address has to wait */
    void refuseTooManyFrom(String address) {
        refuse(ofAddress(address));
    }

    void anotherFrom(String address) {
        count(ofAddress(address), FREE_FOR_AN_ADDRESS);
    }

    void forget(String name) {
        transaction.executeWithoutResult(open ->
                jdbc.update("delete from access.sign_in_failure where subject = ?", ofName(name)));
    }

    private void refuse(String subject) {
        List<Instant> until =
                jdbc.query(
                        "select wait_until from access.sign_in_failure where subject = ?",
                        (row, number) -> row.getTimestamp(1).toInstant(),
                        subject);
        if (!until.isEmpty() && clock.instant().isBefore(until.getFirst())) {
            throw new LockedException("Too many failures; wait a while");
        }
    }

    /** One after the other, by the lock of the row; false while the subject has to wait. */
    private boolean count(String subject, int free) {
        var now = Timestamp.from(clock.instant());
        return Boolean.TRUE.equals(
                transaction.execute(open -> {
                    var counted =
                            jdbc.queryForList(
                                    """
                                    insert into access.sign_in_failure as f (subject, failures, last_at, wait_until)
                                    values (?, 1, ?, ?)
                                    on conflict (subject) do update
                                        set failures = case when f.last_at < ? then 1 else f.failures + 1 end,
                                            last_at = excluded.last_at
                                        where f.wait_until <= excluded.last_at
                                    returning failures\
                                    """,
                                    Integer.class,
                                    subject,
                                    now,
                                    now,
                                    Timestamp.from(now.toInstant().minus(FORGOTTEN_AFTER)));
                    if (counted.isEmpty()) {
                        return false;
                    }
                    jdbc.update(
                            "update access.sign_in_failure set wait_until = ? where subject = ?",
                            Timestamp.from(now.toInstant().plus(wait(counted.getFirst(), free))),
                            subject);
                    return true;
                }));
    }

    static Duration wait(int failures, int free) {
        if (failures < free) {
            return Duration.ZERO;
        }
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures - free, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** What nobody has tried for a day. */
    int sweep() {
        return jdbc.update(
                "delete from access.sign_in_failure where last_at < ?",
                Timestamp.from(clock.instant().minus(FORGOTTEN_AFTER)));
    }

    private static String ofName(String name) {
        return "name " + Invitations.hash(name);
    }

    private static String ofAddress(String address) {
        return "address " + Invitations.hash(address);
    }
}
