package org.kaiyuan.platform.audit;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kaiyuan.platform.transfer.TabularFormat;

/** A finished export, waiting on this node's disk to be sent once; closing throws it away. */
public record ExportedTrail(Path path, String name, TabularFormat format, long bytes)
        implements Closeable {

    public void sendTo(OutputStream out) throws IOException {
        Files.copy(path, out);
    }

    @Override
    public void close() {
        throwAway(path);
    }

    static void throwAway(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
