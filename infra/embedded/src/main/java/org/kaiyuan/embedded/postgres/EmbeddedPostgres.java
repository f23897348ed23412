package org.kaiyuan.embedded.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.kaiyuan.embedded.EmbeddedServerFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL 18 that keeps its data below one folder and listens on loopback only.
 *
 * <p>Every acknowledged transaction is on disk ({@code fsync} and {@code synchronous_commit} are on).
 * Passwords are made at random and kept beside the data in files that only their owner can read.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    /** The administrator of the embedded cluster; the application never signs in as it. */
    public static final String SUPERUSER = "kaiyuan_super";

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final int port;
    private final Path folder;

    /**
     * Where and how to start.
     *
     * @param folder keeps programs, data and passwords
     * @param port 0 for a free one
     * @param durable false only for tests: gives up {@code fsync} for speed
     */
    public record Options(Path folder, int port, boolean durable) {}

    private EmbeddedPostgres(Process process, int port, Path folder) {
        this.process = process;
        this.port = port;
        this.folder = folder;
    }

    /**
     * Starts it, initialising the folder at the first time and stopping an orphan that a {@code kill -9}
     * of its parent left behind. Two callers for one folder must be kept apart by the caller.
     *
     * @throws EmbeddedServerFailed with one sentence that says what to do
     */
    public static EmbeddedPostgres start(Options options) {
        var folder = options.folder().toAbsolutePath();
        try {
            Files.createDirectories(folder);
            var home = PostgresBinaries.unpackedBelow(folder);
            var data = folder.resolve("data");
            boolean fresh = !Files.exists(folder.resolve("initialised"));
            if (fresh) {
                initialise(home, folder, data);
            }
            refuseOtherMajorVersion(data);
            OrphanedPostgres.stop(data);
            int port = options.port() == 0 ? freePort() : options.port();
            var postgres =
                    new EmbeddedPostgres(
                            launch(home, folder, data, port, options.durable()), port, folder);
            try {
                postgres.waitUntilReady(data);
                if (fresh) {
                    postgres.createRoles();
                    Files.writeString(folder.resolve("initialised"), PostgresBinaries.VERSION);
                }
            } catch (RuntimeException | IOException failed) {
                postgres.close();
                throw failed;
            }
            return postgres;
        } catch (IOException e) {
            throw new EmbeddedServerFailed(
                    "The data folder %s cannot be written (%s); free some space or name another one with --data."
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    public String jdbcUrl() {
        return jdbcUrl("kaiyuan");
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String ownerPassword() {
        return secret(folder, "kaiyuan_owner");
    }

    public String superuserPassword() {
        return secret(folder, SUPERUSER);
    }

    public String appPassword() {
        return secret(folder, "kaiyuan_app");
    }

    /** For administration of the cluster: making databases for tests and benchmarks. */
    public Connection asSuperuser(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, secret(folder, SUPERUSER));
    }

    /** Stops it at once but cleanly: open transactions roll back, what is committed stays. */
    @Override
    public void close() {
        OrphanedPostgres.interrupt(process.toHandle());
    }

    private static void initialise(Path home, Path folder, Path data) throws IOException {
        if (Files.exists(data)) { // an initialisation that was killed half-way holds nothing yet
            try (var left = Files.walk(data)) {
                for (var path : left.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        var password = folder.resolve("." + SUPERUSER);
        secret(folder, SUPERUSER);
        run(
                folder.resolve("initdb.log"),
                home.resolve("bin/initdb").toString(),
                "--pgdata=" + data,
                "--username=" + SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=icu",
                "--icu-locale=zh-Hans-CN",
                "--locale=C.UTF-8");
    }

    private static Process launch(Path home, Path folder, Path data, int port, boolean durable)
            throws IOException {
        var command =
                new ArrayList<>(
                        apart(
                                asAnyone(
                                        home.resolve("bin/postgres").toString(),
                                        "-D",
                                        data.toString())));
        var settings =
                List.of(
                        "listen_addresses=127.0.0.1",
                        "unix_socket_directories=",
                        "port=" + port,
                        "max_connections=100",
                        "shared_buffers=256MB",
                        "effective_cache_size=1GB",
                        "work_mem=16MB",
                        "maintenance_work_mem=128MB",
                        "max_wal_size=2GB",
                        "random_page_cost=1.1",
                        "jit=off",
                        "timezone=Asia/Shanghai",
                        "log_min_messages=warning",
                        "fsync=" + (durable ? "on" : "off"),
                        "synchronous_commit=" + (durable ? "on" : "off"),
                        "full_page_writes=" + (durable ? "on" : "off"));
        for (var setting : settings) {
            command.add("-c");
            command.add(setting);
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("postgresql.log").toFile()))
                .start();
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it does not see that it is. */
    private static List<String> asAnyone(String... command) {
        var whole = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            whole.add("unshare");
            whole.add("-U");
        }
        whole.addAll(List.of(command));
        return whole;
    }

    /** In a session of its own, so that Ctrl+C reaches the application alone, which stops it last. */
    private static List<String> apart(List<String> command) {
        var setsid = Path.of("/usr/bin/setsid");
        var whole = new ArrayList<String>();
        if (Files.isExecutable(setsid)) {
            whole.add(setsid.toString());
        }
        whole.addAll(command);
        return whole;
    }

    private static void run(Path log, String... command) throws IOException {
        var process =
                new ProcessBuilder(asAnyone(command))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new EmbeddedServerFailed(
                        "PostgreSQL could not be initialised: %s (whole log: %s)."
                                .formatted(tail(log), log));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new EmbeddedServerFailed("The start was interrupted.", e);
        }
    }

    private void waitUntilReady(Path data) {
        var until = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(until)) {
            if (!process.isAlive()) {
                throw new EmbeddedServerFailed(
                        "PostgreSQL did not start: %s (whole log: %s)."
                                .formatted(
                                        tail(folder.resolve("postgresql.log")),
                                        folder.resolve("postgresql.log")));
            }
            if (saysReady(data)) {
                LOG.info("PostgreSQL {} listens on 127.0.0.1:{}", PostgresBinaries.VERSION, port);
                return;
            }
            try {
                process.waitFor(20, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new EmbeddedServerFailed("The start was interrupted.", e);
            }
        }
        throw new EmbeddedServerFailed(
                "PostgreSQL did not become ready within %d seconds (log: %s)."
                        .formatted(PATIENCE.toSeconds(), folder.resolve("postgresql.log")));
    }

    /** The eighth line of {@code postmaster.pid} is its state. */
    private boolean saysReady(Path data) {
        try {
            var lines = Files.readAllLines(data.resolve("postmaster.pid"));
            return lines.size() >= 8
                    && lines.getFirst().strip().equals(Long.toString(process.pid()))
                    && lines.get(7).strip().equals("ready");
        } catch (IOException e) {
            return false;
        }
    }

    private void createRoles() {
        try (var connection = asSuperuser("postgres");
                var statement = connection.createStatement()) {
            for (var sql : rolesSql()) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new EmbeddedServerFailed(
                    "The roles of Kaiyuan could not be created: " + e.getMessage(), e);
        }
    }

    private List<String> rolesSql() {
        try (InputStream file =
                EmbeddedPostgres.class.getResourceAsStream("/postgresql/roles.sql")) {
            if (file == null) {
                throw new IllegalStateException("postgresql/roles.sql is not on the class path");
            }
            var sql =
                    new String(file.readAllBytes(), StandardCharsets.UTF_8)
                            .replaceAll("(?m)^--.*$", "")
                            .replace(":'owner_password'", "'" + ownerPassword() + "'")
                            .replace(":'app_password'", "'" + appPassword() + "'");
            return List.of(sql.split(";\\s*")).stream()
                    .map(String::strip)
                    .filter(s -> !s.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Base64 without signs that would need quoting; made once, readable by its owner only. */
    private static String secret(Path folder, String name) {
        var file = folder.resolve("." + name);
        try {
            if (!Files.exists(file)) {
                var bytes = new byte[24];
                new SecureRandom().nextBytes(bytes);
                Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
                Files.writeString(
                        file,
                        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                        StandardOpenOption.TRUNCATE_EXISTING);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuseOtherMajorVersion(Path data) throws IOException {
        var major = Files.readString(data.resolve("PG_VERSION")).strip();
        if (!PostgresBinaries.VERSION.startsWith(major + ".")) {
            throw new EmbeddedServerFailed(
                    "The data in %s was written by PostgreSQL %s, but this Kaiyuan brings %s; dump it with the old version and load it with the new one."
                            .formatted(data, major, PostgresBinaries.VERSION));
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String tail(Path log) {
        try {
            var lines = Files.readAllLines(log);
            return String.join(" / ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
        } catch (IOException e) {
            return "no log";
        }
    }
}
