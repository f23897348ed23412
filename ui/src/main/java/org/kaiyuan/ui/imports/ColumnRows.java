package org.kaiyuan.ui.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.imports.ImportPreview;

/** The columns of a file, each with what stands in its first rows and a field that says what it holds. */
public final class ColumnRows<C> extends Div {
    /** Makes the field for one column. */
    @FunctionalInterface
    public interface Fields<C> {
        /** @param held what the column is taken for */
        Component of(String heading, @Nullable C held);
    }

    public ColumnRows(ImportPreview<C> preview, Fields<C> fields) {
        addClassName("import-columns");
        add(
                new Paragraph(
                        getTranslation(
                                preview.remembered()
                                        ? "ui.import.columns.remembered"
                                        : "ui.import.columns.guessed")));
        for (int i = 0; i < preview.headings().size(); i++) {
            int column = i;
            var heading = new Span(preview.headings().get(i));
            heading.addClassName("heading");
            var samples =
                    new Span(
                            preview.samples().stream()
                                    .map(row -> column < row.size() ? row.get(column) : "")
                                    .filter(cell -> !cell.isEmpty())
                                    .collect(Collectors.joining(" ｜ ")));
            samples.addClassName("sub");
            var said = new Div(heading, samples);
            said.addClassName("name-cell");
            var row =
                    new Div(
                            said,
                            fields.of(
                                    preview.headings().get(i), preview.mapping().columns().get(i)));
            row.addClassName("import-column");
            add(row);
        }
    }
}
