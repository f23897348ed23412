package org.kaiyuan.platform.transfer;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table in a file: CSV (UTF-8, UTF-16 with BOM, GB18030) or XLSX, each also as gzip; what it is tells
 * its content, never its name. Blank rows are passed over, all others are handed out in order.
 */
public sealed interface TabularFile extends Closeable permits CsvFile, XlsxFile {
    /** @throws TabularFileRefused where it is no table, broken, too large or a bomb */
    static TabularFile open(Path file, TabularLimits limits) {
        return Opening.open(file, limits);
    }

    TabularFormat format();

    /** Stripped, without blanks at the end, no two alike; single ones in between may be empty. */
    List<String> headings();

    /**
     * @return null after the last one
     * @throws TabularFileRefused where the rest cannot be read
     */
    @Nullable TabularRow next();

    @Override
    void close();
}
