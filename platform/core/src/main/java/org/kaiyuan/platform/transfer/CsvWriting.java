package org.kaiyuan.platform.transfer;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CSV as Excel understands it: UTF-8 with BOM, CRLF. */
final class CsvWriting implements TabularWriter {
    private final CsvWriter csv;

    CsvWriting(OutputStream out, List<String> headings) {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try {
            text.write('\ufeff');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        row(headings);
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) {
        var texts = new ArrayList<String>(cells.size());
        for (var cell : cells) {
            texts.add(text(cell));
        }
        csv.writeRecord(texts);
    }

    private static String text(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return cell instanceof Number
                ? cell.toString()
                : FormulaInjection.neutralised(cell.toString());
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
