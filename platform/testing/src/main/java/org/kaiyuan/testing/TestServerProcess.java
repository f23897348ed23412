package org.kaiyuan.testing;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.kaiyuan.embedded.elasticsearch.EmbeddedElasticsearch;
import org.kaiyuan.embedded.postgres.EmbeddedPostgres;

/** The process that keeps the servers of one build, until the build ends. */
public final class TestServerProcess {
    private TestServerProcess() {}

    /** @param arguments the state folder, and the pid to live as long as (0: until it is ended) */
    public static void main(String[] arguments)
            throws IOException, InterruptedException, ExecutionException {
        var folder = Path.of(arguments[0]).toAbsolutePath();
        var buildPid = Long.parseLong(arguments[1]);
        deleteBelow(folder.resolve("elasticsearch"));
        deleteBelow(folder.resolve("postgresql/data"));
        Files.deleteIfExists(folder.resolve("postgresql/initialised"));
        var elasticsearch =
                CompletableFuture.supplyAsync(() ->
                        EmbeddedElasticsearch.start(
                                new EmbeddedElasticsearch.Options(
                                        elasticsearchHome(),
                                        folder.resolve("elasticsearch"),
                                        0,
                                        "768m",
                                        true)));
        var postgres =
                EmbeddedPostgres.start(
                        new EmbeddedPostgres.Options(folder.resolve("postgresql"), 0, false));
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> {
                            elasticsearch.join().close();
                            postgres.close();
                        }));
        var state = new Properties();
        state.setProperty("pid", Long.toString(ProcessHandle.current().pid()));
        state.setProperty("jdbc.base", postgres.jdbcUrl(""));
        state.setProperty("owner.password", postgres.ownerPassword());
        state.setProperty("app.password", postgres.appPassword());
        state.setProperty("super.user", EmbeddedPostgres.SUPERUSER);
        state.setProperty("super.password", postgres.superuserPassword());
        state.setProperty("elasticsearch.url", elasticsearch.get().url().toString());
        var draft = folder.resolve("state.draft");
        try (var out = Files.newBufferedWriter(draft)) {
            state.store(out, null);
        }
        moveInPlace(draft, folder.resolve("state.properties"));
        if (buildPid == 0) {
            Thread.currentThread().join();
        }
        ProcessHandle.of(buildPid).ifPresent(build -> build.onExit().join());
        System.exit(0);
    }

    /** Assembled by infra/elasticsearch in this reactor. */
    static Path elasticsearchHome() {
        return Path.of(
                System.getProperty("kaiyuan.root", "."),
                "infra/elasticsearch/target/elasticsearch");
    }

    private static void moveInPlace(Path draft, Path file) throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void deleteBelow(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
