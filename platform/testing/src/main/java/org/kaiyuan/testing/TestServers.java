package org.kaiyuan.testing;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one PostgreSQL and the one Elasticsearch of this build.
 *
 * <p>The first test JVM of a build starts them in a process of their own, which ends when Maven does;
 * the others find them by a state file. Each JVM has a database and an index prefix to itself. With
 * {@code KAIYUAN_TEST_SERVERS=<folder>} servers started by hand ({@link TestServerProcess}) are used.
 */
public final class TestServers {
    private static @Nullable TestServers instance;

    private final Properties state;
    private final String database = "test_" + ProcessHandle.current().pid();

    private TestServers(Properties state) {
        this.state = state;
    }

    /** Starts or finds the servers and makes this JVM's own database. */
    public static synchronized TestServers running() {
        if (instance == null) {
            instance = new TestServers(findOrStart());
            instance.createDatabase();
        }
        return instance;
    }

    public String jdbcUrl() {
        return state.getProperty("jdbc.base") + database;
    }

    public String ownerPassword() {
        return state.getProperty("owner.password");
    }

    public String appPassword() {
        return state.getProperty("app.password");
    }

    public String elasticsearchUrl() {
        return state.getProperty("elasticsearch.url");
    }

    /** Of this JVM alone. */
    public String indexPrefix() {
        return database.replace('_', '-') + "-";
    }

    /** For what the application itself may not do: breaking a wall, to see that its test goes red. */
    public Connection asOwner() {
        try {
            return DriverManager.getConnection(jdbcUrl(), "kaiyuan_owner", ownerPassword());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void createDatabase() {
        try (var connection =
                        DriverManager.getConnection(
                                state.getProperty("jdbc.base") + "postgres",
                                state.getProperty("super.user"),
                                state.getProperty("super.password"));
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + database + " with (force)");
            statement.execute("create database " + database + " owner kaiyuan_owner");
            statement.execute("revoke all on database " + database + " from public");
            statement.execute(
                    "grant connect, temporary on database " + database + " to kaiyuan_app");
        } catch (SQLException e) {
            throw new IllegalStateException("The database of this test JVM could not be made", e);
        }
    }

    private static Properties findOrStart() {
        var folder = folder();
        try {
            Files.createDirectories(folder);
            try (var channel =
                            FileChannel.open(
                                    folder.resolve("lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                var running = running(folder);
                return running == null ? start(folder) : running;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        var shared = System.getenv("KAIYUAN_TEST_SERVERS");
        if (shared != null && !shared.isBlank()) {
            return Path.of(shared);
        }
        return Path.of(
                System.getProperty("kaiyuan.root", System.getProperty("user.dir")),
                "target",
                "test-servers");
    }

    private static @Nullable Properties running(Path folder) throws IOException {
        var file = folder.resolve("state.properties");
        if (!Files.exists(file)) {
            return null;
        }
        var state = new Properties();
        state.load(new StringReader(Files.readString(file)));
        var pid = Long.parseLong(state.getProperty("pid", "0"));
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent() ? state : null;
    }

    private static Properties start(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve("state.properties"));
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx128m",
                                "-Dkaiyuan.root="
                                        + System.getProperty(
                                                "kaiyuan.root", System.getProperty("user.dir")),
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                TestServerProcess.class.getName(),
                                folder.toString(),
                                Long.toString(builder().pid()))
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("process.log").toFile())
                        .start();
        try {
            for (int waited = 0; waited < 1800; waited++) {
                var state = running(folder);
                if (state != null) {
                    return state;
                }
                if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroy();
        throw new IllegalStateException(
                "The test servers did not start: "
                        + Files.readString(folder.resolve("process.log")));
    }

    /** The outermost Java process above this one: Maven, or the IDE. */
    private static ProcessHandle builder() {
        var outermost = ProcessHandle.current();
        for (var parent = outermost.parent(); parent.isPresent(); parent = parent.get().parent()) {
            if (parent.get().info().command().map(c -> c.endsWith("/java")).orElse(false)) {
                outermost = parent.get();
            }
        }
        return outermost;
    }
}
