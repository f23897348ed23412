package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.UUID;
import org.kaiyuan.delegation.ListImportView;
import org.kaiyuan.delegation.PowerList;
import org.kaiyuan.platform.transfer.TabularLimits;
import org.kaiyuan.ui.kit.PlainTable;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.TableUpload;

/** Bringing a file of a list, and those that were brought before. */
class ListImportPanel extends Div {
    final TableUpload<UUID> upload;

    ListImportPanel(DelegationDoors doors, PowerList list) {
        addClassNames("import-panel");
        upload =
                new TableUpload<>(
                        (name, content) -> doors.imports().bring(list.id(), name, content),
                        TabularLimits.DEFAULT.fileBytes(),
                        doors.messages(),
                        id ->
                                getUI().ifPresent(ui ->
                                        ui.navigate(DelegationNavigation.imported(id))));
        add(new Paragraph(getTranslation("ui.delegation.import.detail")), upload);
        var earlier = doors.importDirectory().of(list.id());
        if (earlier.isEmpty()) {
            return;
        }
        var table =
                new PlainTable(
                        getTranslation("ui.delegation.import.earlier"),
                        List.of(
                                getTranslation("ui.delegation.import.file"),
                                getTranslation("ui.delegation.state"),
                                getTranslation("ui.delegation.import.rows"),
                                getTranslation("ui.delegation.import.by"),
                                getTranslation("ui.delegation.import.at")));
        for (var one : earlier) {
            table.row(
                    PowerCells.link(DelegationNavigation.imported(one.id()), one.fileName()),
                    PowerCells.chip(
                            getTranslation("ui.delegation.import.state." + one.state()),
                            one.state() == ListImportView.State.DRAFTED ? "good" : "waiting"),
                    Shown.figure(one.rows()),
                    one.broughtName(),
                    Shown.moment(one.broughtAt()));
        }
        add(new H3(getTranslation("ui.delegation.import.earlier")), table);
    }
}
