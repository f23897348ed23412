package org.kaiyuan.ui.enterprises;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.ImportField;
import org.kaiyuan.enterprises.ImportMapping;
import org.kaiyuan.enterprises.ImportPreview;
import org.kaiyuan.platform.refusal.Messages;

/** What each column of a file holds, with what stands in its first rows, to be corrected by hand. */
class ImportColumnsPanel extends Div {
    final List<Select<ImportField>> fields = new ArrayList<>();

    ImportColumnsPanel(ImportPreview preview, Messages messages) {
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
            var row = new Div(said, field(preview, i, messages));
            row.addClassName("import-column");
            add(row);
        }
    }

    /** @throws org.kaiyuan.enterprises.ImportColumnsRefused when that cannot be */
    ImportMapping mapping() {
        var chosen = new ArrayList<@Nullable ImportField>();
        fields.forEach(field -> chosen.add(field.getValue()));
        return ImportMapping.of(chosen);
    }

    private Select<ImportField> field(ImportPreview preview, int column, Messages messages) {
        var field = new Select<ImportField>();
        field.setItems(ImportField.values());
        field.setItemLabelGenerator(value ->
                value == null ? getTranslation("ui.import.columns.none") : messages.of(value));
        field.setEmptySelectionAllowed(true);
        field.setEmptySelectionCaption(getTranslation("ui.import.columns.none"));
        field.setAriaLabel(getTranslation("ui.import.columns.of", preview.headings().get(column)));
        field.setValue(preview.mapping().fields().get(column));
        fields.add(field);
        return field;
    }
}
