package org.kaiyuan.platform.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** Rows of the first visible sheet that holds anything. */
final class XlsxFile implements TabularFile {
    private static final DateTimeFormatter WITH_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** Excel keeps no more significant digits; what follows is noise of its doubles. */
    private static final MathContext EXCEL_DIGITS = new MathContext(15);

    private static final long DAYS_TO_YEAR_10000 = 2_958_466;

    private final ReadableWorkbook workbook;
    private final TabularLimits limits;
    private final @Nullable Path toDelete;
    private final List<String> headings;
    private @Nullable Stream<Row> stream;
    private Iterator<Row> rows = List.<Row>of().iterator();
    private long number;

    XlsxFile(Path file, TabularLimits limits, @Nullable Path toDelete) throws IOException {
        this.limits = limits;
        this.toDelete = toDelete;
        try {
            workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        } catch (IOException | RuntimeException e) {
            throw new TabularFileRefused(TabularFault.BROKEN);
        }
        boolean opened = false;
        try {
            headings = Headings.of(firstFilled(), limits);
            opened = true;
        } finally {
            if (!opened) {
                closeWorkbook();
            }
        }
    }

    private List<String> firstFilled() throws IOException {
        var sheets =
                workbook.getSheets()
                        .filter(s -> s.getVisibility() == SheetVisibility.VISIBLE)
                        .toList();
        for (var sheet : sheets) {
            try {
                stream = sheet.openStream();
                rows = stream.iterator();
            } catch (IOException | RuntimeException e) {
                throw new TabularFileRefused(TabularFault.BROKEN);
            }
            var first = nextFilled();
            if (first != null) {
                return first;
            }
            stream.close();
        }
        throw new TabularFileRefused(TabularFault.NO_HEADING);
    }

    @Override
    public TabularFormat format() {
        return TabularFormat.XLSX;
    }

    @Override
    public List<String> headings() {
        return headings;
    }

    @Override
    public @Nullable TabularRow next() {
        var cells = nextFilled();
        return cells == null
                ? null
                : new TabularRow(number, Headings.fitted(cells, headings.size()));
    }

    private @Nullable List<String> nextFilled() {
        try {
            while (rows.hasNext()) {
                var row = rows.next();
                number = row.getRowNum();
                // One more than allowed, so that a heading that is too wide is noticed.
                int width = Math.min(row.getCellCount(), limits.columns() + 1);
                var cells = new ArrayList<String>(width);
                boolean filled = false;
                for (int i = 0; i < width; i++) {
                    var cell = row.getCell(i);
                    var text = cell == null ? "" : text(cell);
                    filled |= !text.isEmpty();
                    cells.add(text);
                }
                if (filled) {
                    return cells;
                }
            }
            return null;
        } catch (RuntimeException e) {
            throw new TabularFileRefused(TabularFault.BROKEN_ROW, Long.toString(number + 1));
        }
    }

    private String text(Cell cell) {
        return switch (cell.getType()) {
            case EMPTY -> "";
            case NUMBER, FORMULA -> figure(cell);
            case BOOLEAN -> "1".equals(cell.getRawValue()) ? "true" : "false";
            case STRING -> Headings.stripped(Objects.requireNonNullElse(cell.getText(), ""));
            case ERROR -> Objects.requireNonNullElse(cell.getRawValue(), "");
        };
    }

    private String figure(Cell cell) {
        var raw = cell.getRawValue();
        if (raw == null || raw.isBlank()) {
            return "";
        }
        BigDecimal value;
        try {
            value = new BigDecimal(raw.trim());
        } catch (NumberFormatException e) {
            return Headings.stripped(raw);
        }
        if (DateFormats.isDate(cell.getDataFormatId(), cell.getDataFormatString())
                && value.signum() >= 0
                && value.longValue() < DAYS_TO_YEAR_10000) {
            return date(value);
        }
        return value.round(EXCEL_DIGITS).stripTrailingZeros().toPlainString();
    }

    private String date(BigDecimal days) {
        var epoch = workbook.isDate1904() ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
        long whole = days.longValue();
        long seconds = Math.round(days.subtract(BigDecimal.valueOf(whole)).doubleValue() * 86_400);
        var at = epoch.plusDays(whole).atStartOfDay().plusSeconds(seconds);
        return seconds == 0 ? at.toLocalDate().toString() : WITH_TIME.format(at);
    }

    @Override
    public void close() {
        try {
            closeWorkbook();
            if (toDelete != null) {
                Files.deleteIfExists(toDelete);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void closeWorkbook() throws IOException {
        if (stream != null) {
            stream.close();
        }
        workbook.close();
    }
}
