package org.kaiyuan.platform.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A finished export, waiting on this node's disk to be sent once, so that a slow reader holds no connection of
 * the database; closing throws it away.
 *
 * @param name such as 德阳经济技术开发区-企业档案-2026-11-24.xlsx
 * @param rows without the headings
 */
public record ExportedFile(Path path, String name, TabularFormat format, long bytes, long rows)
        implements Closeable {

    /** Fills the file; tells how many rows it has become. */
    @FunctionalInterface
    public interface Writing {
        long to(Path path) throws IOException;
    }

    /**
     * A file that is whole: where the writing fails, nothing is left of it, and where the node is killed
     * {@link LeftoverFiles} clears up.
     */
    public static ExportedFile written(String name, TabularFormat format, Writing writing) {
        try {
            var path = Files.createTempFile("kaiyuan-export-", "." + format.extension());
            boolean done = false;
            try {
                long rows = writing.to(path);
                var exported = new ExportedFile(path, name, format, Files.size(path), rows);
                done = true;
                return exported;
            } finally {
                if (!done) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void sendTo(OutputStream out) throws IOException {
        Files.copy(path, out);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
