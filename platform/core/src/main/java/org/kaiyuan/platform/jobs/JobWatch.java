package org.kaiyuan.platform.jobs;

import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Cuts off what a running job is waiting for in the database as soon as nobody wants it any more, on whatever node they
 * said so: the wish lies in the database, the connection on this node.
 *
 * @see "docs/decisions/0011-import.md"
 */
@Component
public class JobWatch {
    private static final Logger LOG = LoggerFactory.getLogger(JobWatch.class);
    private static final long ASKED_EVERY = Duration.ofMillis(500).toMillis();

    /**
     * Watches until it is closed, which must be before the connection goes back to the pool: what
     * runs on it then is somebody else's.
     *
     * @param unwanted asked every half second, in the zone of whoever calls, in a transaction of its own
     */
    public Watching over(UUID job, PGConnection connection, BooleanSupplier unwanted) {
        var watching = new Watching(job, connection, unwanted);
        var tenant = CurrentTenant.get();
        Thread.ofVirtual()
                .name("job-watch-" + job)
                .start(() ->
                        SystemActing.inTenant(
                                tenant,
                                () -> {
                                    watching.untilClosed();
                                    return true;
                                }));
        return watching;
    }

    /** One connection under watch. */
    public static final class Watching implements AutoCloseable {
        private final UUID job;
        private final PGConnection connection;
        private final BooleanSupplier unwanted;
        private boolean closed;

        private Watching(UUID job, PGConnection connection, BooleanSupplier unwanted) {
            this.job = job;
            this.connection = connection;
            this.unwanted = unwanted;
        }

        private void untilClosed() {
            while (goesOn()) {
                try {
                    if (unwanted.getAsBoolean()) {
                        cutOff();
                    }
                } catch (RuntimeException | SQLException e) {
                    LOG.warn("Could not ask whether job {} is still wanted", job, e);
                }
            }
        }

        private synchronized boolean goesOn() {
            if (!closed) {
                try {
                    wait(ASKED_EVERY);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
            return !closed;
        }

        /** Again and again while it is open: between two statements there is nothing to cut off. */
        private synchronized void cutOff() throws SQLException {
            if (!closed) {
                connection.cancelQuery();
            }
        }

        @Override
        public synchronized void close() {
            closed = true;
            notifyAll();
        }
    }
}
