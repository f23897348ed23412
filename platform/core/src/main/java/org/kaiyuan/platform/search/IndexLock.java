package org.kaiyuan.platform.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One node at a time makes or rebuilds an index: an advisory lock of PostgreSQL on a connection of its own,
 * which a node that dies loses.
 */
final class IndexLock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IndexLock.class);
    private static final int SEARCH = 0x6b79_7365;

    private final Connection connection;
    private final int key;

    private IndexLock(Connection connection, int key) {
        this.connection = connection;
        this.key = key;
    }

    /** @return empty when someone else holds it */
    static Optional<IndexLock> tryTake(DataSource dataSource, String alias) {
        int key = alias.hashCode();
        try {
            var connection = dataSource.getConnection();
            boolean taken = false;
            try (var statement = connection.prepareStatement("select pg_try_advisory_lock(?, ?)")) {
                statement.setInt(1, SEARCH);
                statement.setInt(2, key);
                try (var answer = statement.executeQuery()) {
                    taken = answer.next() && answer.getBoolean(1);
                }
            } finally {
                if (!taken) {
                    connection.close();
                }
            }
            return taken ? Optional.of(new IndexLock(connection, key)) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("The lock of the index could not be asked for", e);
        }
    }

    @Override
    public void close() {
        try (connection;
                var statement = connection.prepareStatement("select pg_advisory_unlock(?, ?)")) {
            statement.setInt(1, SEARCH);
            statement.setInt(2, key);
            statement.execute();
        } catch (SQLException e) {
            LOG.warn("The lock of the index ends with its connection", e);
        }
    }
}
