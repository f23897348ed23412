package org.kaiyuan.platform.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * XLSX whose texts are inline, so that nothing gathers in memory and no text is a formula. What does
 * not fit on one sheet goes on the next one, under the same headings.
 */
final class XlsxWriting implements TabularWriter {
    private static final int ROWS_OF_A_SHEET = 1_048_576;
    private static final int CHARACTERS_OF_A_CELL = 32_767;
    private static final int FLUSH_EVERY = 500;

    private final OutputStream out;
    private final Workbook workbook;
    private final String name;
    private final List<String> headings;
    private Worksheet sheet;
    private int row;
    private int sheets;

    XlsxWriting(OutputStream out, String name, List<String> headings) {
        this.out = out;
        this.name = name;
        this.headings = List.copyOf(headings);
        workbook = new Workbook(out, "Kaiyuan", "1.0");
        sheet = begun();
    }

    private Worksheet begun() {
        sheets++;
        row = 0;
        var begun = workbook.newWorksheet(sheets == 1 ? name : name + " " + sheets);
        begun.freezePane(0, 1);
        for (int column = 0; column < headings.size(); column++) {
            begun.inlineString(0, column, headings.get(column));
            begun.style(0, column).bold().set();
        }
        row = 1;
        return begun;
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) {
        try {
            if (row == ROWS_OF_A_SHEET) {
                sheet.finish();
                sheet = begun();
            }
            for (int column = 0; column < cells.size(); column++) {
                cell(column, cells.get(column));
            }
            row++;
            if (row % FLUSH_EVERY == 0) {
                sheet.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void cell(int column, @Nullable Object value) {
        if (value == null) {
            return;
        }
        if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value instanceof LocalDate date) {
            sheet.value(row, column, date);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (value instanceof LocalDateTime time) {
            sheet.value(row, column, time);
            sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
        } else if (value instanceof Boolean flag) {
            sheet.value(row, column, flag);
        } else {
            var text = value.toString();
            if (!text.isEmpty()) {
                sheet.inlineString(
                        row,
                        column,
                        text.length() > CHARACTERS_OF_A_CELL
                                ? text.substring(0, CHARACTERS_OF_A_CELL - 1) + "…"
                                : text);
            }
        }
    }

    @Override
    public void close() {
        try (out) {
            sheet.finish();
            workbook.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
