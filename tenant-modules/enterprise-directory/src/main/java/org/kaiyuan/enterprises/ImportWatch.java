package org.kaiyuan.enterprises;

import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Cuts off what a running import is waiting for as soon as nobody wants it any more, on whatever node they
 * said so: the wish lies in the database, the connection on this node.
 *
 * @see "docs/decisions/0011-import.md"
 */
@Component
class ImportWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ImportWatch.class);
    private static final long ASKED_EVERY = Duration.ofMillis(500).toMillis();

    private final ImportProgress progress;

    ImportWatch(ImportProgress progress) {
        this.progress = progress;
    }

    /**
     * Watches until it is closed, which must be before the connection goes back to the pool: what
     * runs on it then is somebody else's.
     */
    Watching over(UUID importId, PGConnection connection) {
        var watching = new Watching(importId, connection);
        var tenant = CurrentTenant.get();
        Thread.ofVirtual()
                .name("import-watch-" + importId)
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
    final class Watching implements AutoCloseable {
        private final UUID importId;
        private final PGConnection connection;
        private boolean closed;

        private Watching(UUID importId, PGConnection connection) {
            this.importId = importId;
            this.connection = connection;
        }

        private void untilClosed() {
            while (goesOn()) {
                try {
                    if (progress.isUnwanted(importId)) {
                        cutOff();
                    }
                } catch (RuntimeException | SQLException e) {
                    LOG.warn("Could not ask whether import {} is still wanted", importId, e);
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
