package org.kaiyuan.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import org.kaiyuan.platform.refusal.Refusal.Kind;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where a file lies while it is looked at: from the request to the disk, never whole in memory. */
@Component
class Incoming {
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final long most;

    Incoming(@Value("${kaiyuan.data:.kaiyuan}") Path data, FileSettings settings, Clock clock)
            throws IOException {
        folder = data.resolve("incoming").toAbsolutePath();
        most = settings.maxSize().toBytes();
        Files.createDirectories(folder);
        try (var left = Files.newDirectoryStream(folder, "*.part")) {
            var yesterday = clock.instant().minus(Duration.ofDays(1));
            for (var file : left) { // what was being brought when a process ended
                if (Files.getLastModifiedTime(file).toInstant().isBefore(yesterday)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** A file that was brought; gone when closed, unless somebody took it. */
    record Received(Path path, long bytes, String sha256) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            Files.deleteIfExists(path);
        }
    }

    /** @throws FileRefused when there is nothing in it, or too much */
    Received receive(InputStream content) throws IOException {
        return receive(content, most);
    }

    /** @throws FileRefused when there is nothing in it, or more than that */
    Received receive(InputStream content, long most) throws IOException {
        var file = Files.createTempFile(folder, "file", ".part");
        try {
            var digest = Checksums.sha256();
            long bytes = 0;
            try (var out = Files.newOutputStream(file)) {
                var buffer = new byte[BUFFER];
                for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                    bytes += n;
                    if (bytes > most) {
                        throw new FileRefused(
                                Kind.TOO_MUCH, "files.refusal.tooLarge", Sizes.of(most));
                    }
                    digest.update(buffer, 0, n);
                    out.write(buffer, 0, n);
                }
            }
            if (bytes == 0) {
                throw new FileRefused("files.refusal.empty");
            }
            return new Received(file, bytes, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }
}
