package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kaiyuan.delegation.DelegationPermissions;
import org.kaiyuan.delegation.EntryDifference;
import org.kaiyuan.delegation.ListId;
import org.kaiyuan.delegation.UnknownList;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.ExportLinks;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeyFigure;
import org.kaiyuan.ui.kit.PlainTable;
import org.kaiyuan.ui.kit.Shown;

/** What two editions of a list differ by, side by side, on screen and on paper. */
@Route("delegation/lists/:list/diff/:from/:to")
@RolesAllowed(DelegationPermissions.READ)
class PowerDifferenceView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    /** More are in the file that can be taken along. */
    static final int SHOWN = 300;

    final Div list = new Div();
    private final transient DelegationDoors doors;
    private String title = "";

    PowerDifferenceView(DelegationDoors doors) {
        this.doors = doors;
        addClassNames("detail-page", "dossier", "power-difference");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        list.removeAll();
        var given = event.getRouteParameters();
        try {
            var id = new ListId(UUID.fromString(given.get("list").orElse("")));
            int from = Integer.parseInt(given.get("from").orElse(""));
            int to = Integer.parseInt(given.get("to").orElse(""));
            show(id, from, to);
        } catch (UnknownList | IllegalArgumentException unknown) {
            title = getTranslation("ui.not-found.title");
            add(
                    new EmptyState(
                            Glyph.Of.SEARCH,
                            getTranslation("delegation.refusal.unknownList"),
                            PowerCells.link(
                                    DelegationNavigation.LISTS,
                                    getTranslation("ui.delegation.lists.back"))));
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · " + getTranslation("ui.product");
    }

    private void show(ListId id, int from, int to) {
        var of = doors.lists().get(id);
        title = getTranslation("ui.delegation.diff.of", of.title(), from, to);
        var differences = doors.editions().between(id, from, to);
        var print =
                new Button(
                        getTranslation("ui.delegation.print"),
                        click -> getUI().ifPresent(ui -> ui.getPage().executeJs("window.print()")));
        print.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var acts =
                new Div(
                        new ExportLinks(
                                "ui.delegation.download",
                                doors.messages(),
                                getLocale(),
                                format -> doors.export().difference(id, from, to, format)),
                        print);
        acts.addClassNames("actions", "screen-only");
        var head = new Div(new H1(title), acts);
        head.addClassName("page-head");
        var back = PowerCells.link(DelegationNavigation.list(id) + "?tab=editions", of.title());
        back.addClassName("screen-only");
        add(back, head, figures(differences));
        if (differences.isEmpty()) {
            add(new EmptyState(Glyph.Of.CHECK, getTranslation("ui.delegation.diff.none")));
            return;
        }
        differences.stream().limit(SHOWN).forEach(one -> list.add(difference(one, from, to)));
        if (differences.size() > SHOWN) {
            var more =
                    new Div(getTranslation("ui.delegation.diff.more", SHOWN, differences.size()));
            more.addClassName("told");
            list.add(more);
        }
        add(list);
    }

    private Component figures(List<EntryDifference> differences) {
        Map<EntryDifference.Kind, Integer> many = new EnumMap<>(EntryDifference.Kind.class);
        differences.forEach(one -> many.merge(one.kind(), 1, Integer::sum));
        var figures = new Div();
        figures.addClassName("key-figures");
        for (var kind : EntryDifference.Kind.values()) {
            figures.add(
                    new KeyFigure(
                            Shown.figure(many.getOrDefault(kind, 0)),
                            doors.messages().of(getLocale(), kind)));
        }
        return figures;
    }

    private Component difference(EntryDifference one, int from, int to) {
        var head =
                new Div(
                        PowerCells.kind(doors.messages(), getLocale(), one.kind()),
                        new H2(one.matterName()));
        head.addClassName("line");
        var table =
                new PlainTable(
                        one.matterName(),
                        List.of(
                                getTranslation("ui.delegation.field"),
                                getTranslation("ui.delegation.diff.edition", from),
                                getTranslation("ui.delegation.diff.edition", to)));
        one.fields()
                .forEach(field ->
                        table.row(
                                getTranslation("ui.delegation.field." + field.name()),
                                PowerCells.value(doors.messages(), getLocale(), field.before()),
                                PowerCells.value(doors.messages(), getLocale(), field.after())));
        var box = new Div(head, table);
        box.addClassName("difference");
        return box;
    }
}
