package org.kaiyuan.platform.transfer;

import java.io.Closeable;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table row by row in constant memory. Texts never become formulas, numbers stay numbers,
 * {@code LocalDate} and {@code LocalDateTime} stay dates. Closing finishes the table and closes the stream.
 */
public sealed interface TabularWriter extends Closeable permits CsvWriting, XlsxWriting {
    /** @param sheet name of the sheet; a CSV file has none */
    static TabularWriter to(
            OutputStream out, TabularFormat format, String sheet, List<String> headings) {
        return switch (format) {
            case CSV -> new CsvWriting(out, headings);
            case XLSX -> new XlsxWriting(out, sheet, headings);
        };
    }

    /** @param cells texts, numbers, dates, booleans or null; anything else by its {@code toString} */
    void row(List<? extends @Nullable Object> cells);

    default void row(@Nullable Object... cells) {
        row(Arrays.asList(cells));
    }

    @Override
    void close();
}
