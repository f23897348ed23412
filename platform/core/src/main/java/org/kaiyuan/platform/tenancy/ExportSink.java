package org.kaiyuan.platform.tenancy;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Where a room puts what it holds of a tenant when everything of the tenant is exported. Nothing is kept in memory. */
public interface ExportSink {
    /**
     * A file of JSON lines.
     *
     * @param path inside the archive, below the holding's name, such as {@code people.jsonl}
     * @param writing is handed where each line goes, one JSON object without a line break
     */
    void lines(String path, Consumer<Consumer<String>> writing) throws IOException;

    /**
     * A file as it is.
     *
     * @param path inside the archive, below the holding's name
     */
    void file(String path, InputStream content) throws IOException;
}
