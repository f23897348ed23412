package org.kaiyuan.enterprises;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kaiyuan.platform.transfer.TabularFormat;

/**
 * A finished export, waiting on this node's disk to be sent once; closing throws it away.
 *
 * @param name such as 德阳经济技术开发区-企业档案-2026-11-24.xlsx
 * @param rows without the headings
 */
public record ExportedFile(Path path, String name, TabularFormat format, long bytes, long rows)
        implements Closeable {

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
