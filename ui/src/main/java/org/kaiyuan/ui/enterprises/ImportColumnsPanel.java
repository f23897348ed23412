package org.kaiyuan.ui.enterprises;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.ImportMapping;
import org.kaiyuan.enterprises.ImportPreview;
import org.kaiyuan.enterprises.ImportTarget;
import org.kaiyuan.enterprises.QualificationKind;
import org.kaiyuan.platform.refusal.Messages;

/** What each column of a file holds, with what stands in its first rows, to be corrected by hand. */
class ImportColumnsPanel extends Div {
    final List<ImportTargetField> targets = new ArrayList<>();

    /** @param thisYear in the zone's calendar; figures are of this year or one before */
    ImportColumnsPanel(
            ImportPreview preview, List<QualificationKind> kinds, int thisYear, Messages messages) {
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
            var target =
                    new ImportTargetField(
                            preview.headings().get(i),
                            preview.mapping().targets().get(i),
                            kinds,
                            thisYear,
                            messages);
            targets.add(target);
            var row = new Div(said, target);
            row.addClassName("import-column");
            add(row);
        }
    }

    /** @throws org.kaiyuan.enterprises.ImportColumnsRefused when that cannot be */
    ImportMapping mapping() {
        var chosen = new ArrayList<@Nullable ImportTarget>();
        targets.forEach(target -> chosen.add(target.target()));
        return ImportMapping.of(chosen);
    }
}
