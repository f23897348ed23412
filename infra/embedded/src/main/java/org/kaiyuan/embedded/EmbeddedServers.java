package org.kaiyuan.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.embedded.elasticsearch.EmbeddedElasticsearch;
import org.kaiyuan.embedded.postgres.EmbeddedPostgres;

/** The embedded servers of one data folder, which one Kaiyuan at a time may use. */
public final class EmbeddedServers implements AutoCloseable {
    private final @Nullable FileLock lock;
    private final @Nullable EmbeddedPostgres postgres;
    private final @Nullable EmbeddedElasticsearch elasticsearch;

    /**
     * What to start where.
     *
     * @param data holds {@code postgresql} and {@code elasticsearch}
     */
    public record Options(
            Path data,
            Path elasticsearchHome,
            String elasticsearchHeap,
            boolean postgres,
            boolean elasticsearch) {}

    private EmbeddedServers(
            @Nullable FileLock lock,
            @Nullable EmbeddedPostgres postgres,
            @Nullable EmbeddedElasticsearch elasticsearch) {
        this.lock = lock;
        this.postgres = postgres;
        this.elasticsearch = elasticsearch;
    }

    /**
     * Starts both at once; returns when PostgreSQL is ready, while Elasticsearch may still be coming up.
     *
     * @throws EmbeddedServerFailed with one sentence that says what to do
     */
    public static EmbeddedServers start(Options options) {
        if (!options.postgres() && !options.elasticsearch()) {
            return new EmbeddedServers(null, null, null);
        }
        var data = options.data().toAbsolutePath();
        var lock = lock(data);
        var elasticsearch =
                options.elasticsearch()
                        ? EmbeddedElasticsearch.launch(
                                new EmbeddedElasticsearch.Options(
                                        options.elasticsearchHome(),
                                        data.resolve("elasticsearch"),
                                        0,
                                        options.elasticsearchHeap(),
                                        false))
                        : null;
        try {
            var postgres =
                    options.postgres()
                            ? EmbeddedPostgres.start(
                                    new EmbeddedPostgres.Options(
                                            data.resolve("postgresql"), 0, true))
                            : null;
            return new EmbeddedServers(lock, postgres, elasticsearch);
        } catch (RuntimeException failed) {
            if (elasticsearch != null) {
                elasticsearch.close();
            }
            throw failed;
        }
    }

    public EmbeddedPostgres postgres() {
        return Objects.requireNonNull(postgres, "PostgreSQL is external");
    }

    public EmbeddedElasticsearch elasticsearch() {
        return Objects.requireNonNull(elasticsearch, "Elasticsearch is external");
    }

    /** Until searching works too. */
    public void waitUntilReady() {
        if (elasticsearch != null) {
            elasticsearch.waitUntilReady();
        }
    }

    /** PostgreSQL goes last. */
    @Override
    public void close() {
        if (elasticsearch != null) {
            elasticsearch.close();
        }
        if (postgres != null) {
            postgres.close();
        }
        if (lock != null) {
            try {
                lock.channel().close();
            } catch (IOException e) {
                // the lock ends with this process in any case
            }
        }
    }

    private static FileLock lock(Path data) {
        try {
            Files.createDirectories(data);
            var channel =
                    FileChannel.open(
                            data.resolve("kaiyuan.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            var lock = channel.tryLock();
            if (lock == null) {
                throw inUse(data);
            }
            return lock;
        } catch (OverlappingFileLockException e) {
            throw inUse(data);
        } catch (IOException e) {
            throw new EmbeddedServerFailed(
                    "The data folder %s cannot be written (%s); name another one with --data."
                            .formatted(data, e),
                    e);
        }
    }

    private static EmbeddedServerFailed inUse(Path data) {
        return new EmbeddedServerFailed(
                "The data folder %s is in use by another Kaiyuan; stop it or name another folder with --data."
                        .formatted(data));
    }
}
