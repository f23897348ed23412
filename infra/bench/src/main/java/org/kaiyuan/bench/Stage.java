package org.kaiyuan.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.kaiyuan.demo.Place;
import org.kaiyuan.embedded.EmbeddedServers;
import org.kaiyuan.platform.tenancy.TenantId;

/** Servers and data of a benchmark's own; the application comes and goes as a process of its own. */
final class Stage implements AutoCloseable {
    private final Options options;
    private final EmbeddedServers servers;

    Stage(Options options) {
        this.options = options;
        try {
            Files.createDirectories(options.data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        servers =
                EmbeddedServers.start(
                        new EmbeddedServers.Options(
                                options.data(),
                                options.root().resolve("infra/elasticsearch/target/elasticsearch"),
                                "1500m",
                                true,
                                true));
    }

    EmbeddedServers servers() {
        return servers;
    }

    /** The application, migrated and with the demo's zones and API clients. */
    Application application(String elasticsearchUrl, String... more) {
        var application = Application.start(options, servers, elasticsearchUrl, List.of(more));
        try {
            waitForDemo();
            return application;
        } catch (SQLException | RuntimeException failed) {
            application.close();
            throw new IllegalStateException("The demo was not loaded", failed);
        } catch (InterruptedException interrupted) {
            application.close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The application answers before its demo is complete. */
    private void waitForDemo() throws SQLException, InterruptedException {
        var until = Instant.now().plusSeconds(300);
        try (var connection = asApplication();
                var statement = connection.createStatement()) {
            while (Instant.now().isBefore(until)) {
                try (var row = statement.executeQuery("select count(*) from demo.loaded_zone")) {
                    if (row.next() && row.getInt(1) == Place.populated().size()) {
                        return;
                    }
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new IllegalStateException("No more than a part of it after five minutes");
    }

    Application application() {
        return application(servers.elasticsearch().url().toString());
    }

    /** As the application's own role: with all walls up. */
    Connection asApplication() throws SQLException {
        return DriverManager.getConnection(
                servers.postgres().jdbcUrl(), "kaiyuan_app", servers.postgres().appPassword());
    }

    Connection asSuperuser() throws SQLException {
        return servers.postgres().asSuperuser("kaiyuan");
    }

    Connection asSuperuser(String database) throws SQLException {
        return servers.postgres().asSuperuser(database);
    }

    TenantId tenant(String code) throws SQLException {
        try (var connection = asApplication();
                var statement =
                        connection.prepareStatement(
                                "select id from tenancy.tenant where code = ?")) {
            statement.setString(1, code);
            try (var row = statement.executeQuery()) {
                row.next();
                return new TenantId(row.getLong(1));
            }
        }
    }

    @Override
    public void close() {
        servers.close();
    }
}
