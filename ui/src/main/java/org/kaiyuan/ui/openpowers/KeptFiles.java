package org.kaiyuan.ui.openpowers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import jakarta.annotation.PreDestroy;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.ShownEdition;
import org.kaiyuan.ui.openpages.Gate;
import org.kaiyuan.ui.openpages.OpenPagesSettings;
import org.springframework.stereotype.Component;

/**
 * Downloads of versions, made once and kept on this node's disk: a version never changes, and a slow reader holds neither a
 * connection nor a place in the queue. Those that were not asked for longest are thrown away.
 */
@Component
class KeptFiles {
    private static final int TRIES = 3;

    private final Cache<String, Kept> files;
    private final Gate gate;
    private final OfficialTable table;

    KeptFiles(OpenPagesSettings settings, OfficialTable table) {
        this.table = table;
        gate = new Gate(settings.filesAtOnce(), settings.patience());
        files =
                Caffeine.newBuilder()
                        .maximumWeight(settings.keptFiles().toBytes())
                        .<String, Kept>weigher(
                                (key, file) -> (int) Math.min(Integer.MAX_VALUE, file.stored() + 1))
                        .executor(Runnable::run)
                        .removalListener(KeptFiles::forget)
                        .build();
    }

    /** @param stored bytes on disk */
    private record Kept(Path path, long stored) {}

    /**
     * A download that is open.
     *
     * @param bytes that come; -1 where they are not known
     */
    record Open(InputStream content, long bytes) {}

    /** Which file it is: known without making it. */
    static String key(Visit visit, ShownEdition edition, FileKind kind) {
        return String.join(
                " ",
                visit.zone().revision().toString(),
                visit.address().context(),
                visit.words().language(),
                edition.list().toString(),
                Integer.toString(edition.number()),
                kind.name());
    }

    /**
     * @param packed whether it is wanted as it is kept, packed with gzip; else it is unpacked
     * @throws TooBusy when too many others are being made
     */
    Open open(Visit visit, ShownEdition edition, FileKind kind, boolean packed) throws IOException {
        var key = key(visit, edition, kind);
        for (int i = 1; ; i++) {
            var kept = files.get(key, missing -> gate.through(() -> made(visit, edition, kind)));
            try {
                var content = Files.newInputStream(kept.path());
                return kind.isPacked() && !packed
                        ? new Open(new GZIPInputStream(content), -1)
                        : new Open(content, kept.stored());
            } catch (NoSuchFileException thrownAway) {
                files.invalidate(key);
                if (i == TRIES) {
                    throw thrownAway;
                }
            }
        }
    }

    @PreDestroy
    void throwAway() {
        files.invalidateAll();
    }

    private Kept made(Visit visit, ShownEdition edition, FileKind kind) {
        try {
            // LeftoverFiles of platform.transfer clears up behind a node that was killed
            var path = Files.createTempFile("kaiyuan-export-", ".open");
            boolean done = false;
            try {
                try (var out = out(path, kind)) {
                    table.write(visit, edition, kind, out);
                }
                done = true;
                return new Kept(path, Files.size(path));
            } finally {
                if (!done) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OutputStream out(Path path, FileKind kind) throws IOException {
        var file = new BufferedOutputStream(Files.newOutputStream(path), 65_536);
        return kind.isPacked() ? new GZIPOutputStream(file, 65_536) : file;
    }

    private static void forget(@Nullable String key, @Nullable Kept kept, RemovalCause why) {
        if (kept != null) {
            try {
                Files.deleteIfExists(kept.path());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
