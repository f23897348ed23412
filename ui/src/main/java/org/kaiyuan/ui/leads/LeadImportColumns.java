package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.LeadImportField;
import org.kaiyuan.leads.LeadImportMapping;
import org.kaiyuan.leads.LeadImportPreview;
import org.kaiyuan.platform.refusal.Messages;

/** What each column of a file holds, with what stands in its first rows, to be corrected by hand. */
class LeadImportColumns extends Div {
    final List<ComboBox<LeadImportField>> fields = new ArrayList<>();

    LeadImportColumns(LeadImportPreview preview, Messages messages) {
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
            var field = new ComboBox<LeadImportField>();
            field.setItems(LeadImportField.values());
            field.setItemLabelGenerator(one -> messages.of(getLocale(), one));
            field.setPlaceholder(getTranslation("ui.import.columns.none"));
            field.setClearButtonVisible(true);
            field.setAriaLabel(getTranslation("ui.import.columns.of", preview.headings().get(i)));
            field.setValue(preview.mapping().fields().get(i));
            fields.add(field);
            var row = new Div(said, field);
            row.addClassName("import-column");
            add(row);
        }
    }

    /** @throws org.kaiyuan.leads.LeadImportColumnsRefused when that cannot be */
    LeadImportMapping mapping() {
        var chosen = new ArrayList<@Nullable LeadImportField>();
        fields.forEach(field -> chosen.add(field.getValue()));
        return LeadImportMapping.of(chosen);
    }
}
