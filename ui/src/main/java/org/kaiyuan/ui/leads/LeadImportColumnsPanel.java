package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.LeadImportColumns;
import org.kaiyuan.leads.LeadImportField;
import org.kaiyuan.platform.imports.ColumnMapping;
import org.kaiyuan.platform.imports.ImportPreview;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.imports.ColumnRows;

/** What each column of a file holds, to be corrected by hand. */
class LeadImportColumnsPanel extends Div {
    final List<ComboBox<LeadImportField>> fields = new ArrayList<>();

    LeadImportColumnsPanel(ImportPreview<LeadImportField> preview, Messages messages) {
        add(
                new ColumnRows<>(
                        preview,
                        (heading, held) -> {
                            var field = new ComboBox<LeadImportField>();
                            field.setItems(LeadImportField.values());
                            field.setItemLabelGenerator(one -> messages.of(getLocale(), one));
                            field.setPlaceholder(getTranslation("ui.import.columns.none"));
                            field.setClearButtonVisible(true);
                            field.setAriaLabel(getTranslation("ui.import.columns.of", heading));
                            field.setValue(held);
                            fields.add(field);
                            return field;
                        }));
    }

    /** @throws org.kaiyuan.platform.imports.ImportColumnsRefused when that cannot be */
    ColumnMapping<LeadImportField> mapping() {
        var chosen = new ArrayList<@Nullable LeadImportField>();
        fields.forEach(field -> chosen.add(field.getValue()));
        return LeadImportColumns.of(chosen);
    }
}
