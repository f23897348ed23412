package org.kaiyuan.platform.files;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file that somebody may read.
 *
 * @param content breaks off before its end when the bytes are no longer those that were brought
 */
public record OpenedFile(AttachedFile file, InputStream content) implements AutoCloseable {
    @Override
    public void close() throws IOException {
        content.close();
    }
}
