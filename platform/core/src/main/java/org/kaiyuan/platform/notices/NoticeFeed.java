package org.kaiyuan.platform.notices;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantId;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Says at once to whoever looks that there is something new for a person, on whichever node they are.
 *
 * <p>PostgreSQL carries the word (NOTIFY at commit, so never too early); one connection and one thread of each
 * node listen, however many sessions there are. It carries who, never what. While the connection is lost,
 * nothing is announced, and pages learn of it when they are next opened.
 */
@Component
public class NoticeFeed implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeFeed.class);
    private static final String CHANNEL = "kaiyuan_notices";
    private static final int LISTEN_MILLIS = 500;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final JdbcTemplate jdbc;
    private final JdbcConnectionDetails database;
    private final Map<String, Set<Runnable>> listeners = new ConcurrentHashMap<>();
    private volatile boolean running;
    private @Nullable Thread ear;

    NoticeFeed(JdbcTemplate jdbc, JdbcConnectionDetails database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /**
     * Runs the work whenever there is something new for this person, on a thread of its own.
     *
     * @return ends it
     */
    public Runnable listen(TenantId zone, String username, Runnable work) {
        var key = key(zone, username);
        listeners.compute(
                key,
                (k, there) -> {
                    Set<Runnable> all = there == null ? ConcurrentHashMap.newKeySet() : there;
                    all.add(work);
                    return all;
                });
        return () ->
                listeners.computeIfPresent(
                        key,
                        (k, all) -> {
                            all.remove(work);
                            return all.isEmpty() ? null : all;
                        });
    }

    /** For this person of the current zone, when the open transaction commits. */
    void announce(String username) {
        jdbc.query(
                "select pg_notify(?, ?)", row -> {}, CHANNEL, key(CurrentTenant.get(), username));
    }

    int listening() {
        return listeners.size();
    }

    @Override
    public void start() {
        running = true;
        var thread = new Thread(this::listenOn, "notices-feed");
        thread.setDaemon(true);
        thread.start();
        ear = thread;
    }

    @Override
    public void stop() {
        running = false;
        var thread = ear;
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(Duration.ofSeconds(2));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void listenOn() {
        while (running) {
            try (var connection =
                            DriverManager.getConnection(
                                    database.getJdbcUrl(),
                                    database.getUsername(),
                                    database.getPassword());
                    var statement = connection.createStatement()) {
                statement.execute("listen " + CHANNEL);
                var postgres = connection.unwrap(PGConnection.class);
                while (running) {
                    var heard = postgres.getNotifications(LISTEN_MILLIS);
                    if (heard != null) {
                        for (var one : heard) {
                            pass(one.getParameter());
                        }
                    }
                }
            } catch (SQLException e) {
                if (running) {
                    LOG.info("Live notices wait for PostgreSQL: {}", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void pass(String key) {
        List<Runnable> told = List.copyOf(listeners.getOrDefault(key, Set.of()));
        if (!told.isEmpty()) {
            Thread.ofVirtual()
                    .name("notices-tell")
                    .start(() ->
                            told.forEach(work -> {
                                try {
                                    work.run();
                                } catch (RuntimeException e) {
                                    LOG.debug("A page that was told is gone", e);
                                }
                            }));
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String key(TenantId zone, String username) {
        return zone + " " + username;
    }
}
