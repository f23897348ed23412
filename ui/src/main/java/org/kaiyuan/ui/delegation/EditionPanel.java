package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import org.kaiyuan.delegation.Edition;
import org.kaiyuan.delegation.PowerList;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.PlainTable;
import org.kaiyuan.ui.kit.Shown;

/** Editions of a list, and two of them to be compared. */
class EditionPanel extends Div {
    final Select<Edition> from = new Select<>();
    final Select<Edition> to = new Select<>();
    final Button compare = new Button();

    EditionPanel(DelegationDoors doors, PowerList list) {
        addClassName("edition-panel");
        var editions = doors.editions().of(list.id());
        if (editions.isEmpty()) {
            add(new EmptyState(Glyph.Of.CLOCK, getTranslation("ui.delegation.editions.none")));
            return;
        }
        if (editions.size() > 1) {
            compare(list, editions);
        }
        var table =
                new PlainTable(
                        getTranslation("ui.delegation.tab.editions"),
                        List.of(
                                getTranslation("ui.delegation.edition"),
                                getTranslation("ui.delegation.publishedAt"),
                                getTranslation("ui.delegation.publishedBy"),
                                getTranslation("ui.delegation.entries"),
                                getTranslation("ui.delegation.edition.note")));
        for (var edition : editions) {
            var link =
                    PowerCells.link(
                            DelegationNavigation.edition(list.id(), edition.number()),
                            "v" + edition.number());
            var note = new Div(Shown.text(edition.note()));
            if (edition.waived() != null) {
                var waived =
                        new Div(
                                getTranslation(
                                        "ui.delegation.edition.waived",
                                        edition.findings(),
                                        edition.waived()));
                waived.addClassName("sub");
                note.add(waived);
            }
            table.row(
                    link,
                    Shown.moment(edition.publishedAt()),
                    edition.publishedName(),
                    Shown.figure(edition.entries()),
                    note);
        }
        add(table);
    }

    private void compare(PowerList list, List<Edition> editions) {
        for (var field : List.of(from, to)) {
            field.setItems(editions);
            field.setItemLabelGenerator(
                    one -> "v" + one.number() + " · " + Shown.moment(one.publishedAt()));
        }
        from.setLabel(getTranslation("ui.delegation.compare.from"));
        to.setLabel(getTranslation("ui.delegation.compare.to"));
        from.setValue(editions.get(1));
        to.setValue(editions.getFirst());
        compare.setText(getTranslation("ui.delegation.compare.do"));
        compare.addClickListener(click -> {
            int one = from.getValue().number();
            int other = to.getValue().number();
            getUI().ifPresent(ui ->
                    ui.navigate(
                            DelegationNavigation.difference(
                                    list.id(), Math.min(one, other), Math.max(one, other))));
        });
        var bar = new Div(from, to, compare);
        bar.addClassName("filter-bar");
        add(bar);
    }
}
