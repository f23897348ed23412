package org.kaiyuan.ui.enterprises;

import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.ImportColumns;
import org.kaiyuan.enterprises.ImportTarget;
import org.kaiyuan.enterprises.QualificationKind;
import org.kaiyuan.platform.imports.ColumnMapping;
import org.kaiyuan.platform.imports.ImportPreview;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.imports.ColumnRows;

/** What each column of a file holds, to be corrected by hand. */
class ImportColumnsPanel extends Div {
    final List<ImportTargetField> targets = new ArrayList<>();

    /** @param thisYear in the zone's calendar; figures are of this year or one before */
    ImportColumnsPanel(
            ImportPreview<ImportTarget> preview,
            List<QualificationKind> kinds,
            int thisYear,
            Messages messages) {
        add(
                new ColumnRows<>(
                        preview,
                        (heading, held) -> {
                            var target =
                                    new ImportTargetField(heading, held, kinds, thisYear, messages);
                            targets.add(target);
                            return target;
                        }));
    }

    /** @throws org.kaiyuan.platform.imports.ImportColumnsRefused when that cannot be */
    ColumnMapping<ImportTarget> mapping() {
        var chosen = new ArrayList<@Nullable ImportTarget>();
        targets.forEach(target -> chosen.add(target.target()));
        return ImportColumns.of(chosen);
    }
}
