package org.kaiyuan.platform.transfer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of delimited text. */
final class CsvFile implements TabularFile {
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final @Nullable Path toDelete;
    private final List<String> headings;
    private long line = 1;

    CsvFile(Path file, TextNature nature, TabularLimits limits, @Nullable Path toDelete)
            throws IOException {
        this.toDelete = toDelete;
        reader =
                CsvReader.builder()
                        .fieldSeparator(nature.delimiter())
                        .skipEmptyLines(true)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .maxBufferSize(limits.cellCharacters())
                        .ofCsvRecord(TextNature.reader(file, nature.charset()));
        boolean opened = false;
        try {
            records = reader.iterator();
            var first = nextFilled();
            if (first == null) {
                throw new TabularFileRefused(TabularFault.NO_HEADING);
            }
            headings = Headings.of(first, limits);
            opened = true;
        } finally {
            if (!opened) {
                reader.close();
            }
        }
    }

    @Override
    public TabularFormat format() {
        return TabularFormat.CSV;
    }

    @Override
    public List<String> headings() {
        return headings;
    }

    @Override
    public @Nullable TabularRow next() {
        var cells = nextFilled();
        return cells == null ? null : new TabularRow(line, Headings.fitted(cells, headings.size()));
    }

    private @Nullable List<String> nextFilled() {
        try {
            while (records.hasNext()) {
                var next = records.next();
                line = next.getStartingLineNumber();
                var cells = new ArrayList<String>(next.getFieldCount());
                boolean filled = false;
                for (var field : next.getFields()) {
                    var cell = FormulaInjection.undone(Headings.stripped(field));
                    filled |= !cell.isEmpty();
                    cells.add(cell);
                }
                if (filled) {
                    return cells;
                }
            }
            return null;
        } catch (CsvParseException | UncheckedIOException e) {
            throw new TabularFileRefused(TabularFault.BROKEN_ROW, Long.toString(line + 1));
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
            if (toDelete != null) {
                Files.deleteIfExists(toDelete);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
