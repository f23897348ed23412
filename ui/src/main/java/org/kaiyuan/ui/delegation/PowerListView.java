package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.DelegationPermissions;
import org.kaiyuan.delegation.ListId;
import org.kaiyuan.delegation.ListTitleTaken;
import org.kaiyuan.delegation.PowerList;
import org.kaiyuan.delegation.PowerListKind;
import org.kaiyuan.delegation.UnknownList;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeyFigure;
import org.kaiyuan.ui.kit.Later;
import org.kaiyuan.ui.kit.Shown;

/** One list: what counts, what its next edition will say, its editions, batches, and files on their way. */
@Route("delegation/lists/:list")
@RolesAllowed(DelegationPermissions.READ)
class PowerListView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final List<String> TABS =
            List.of("entries", "draft", "editions", "imports", "batches");

    @Nullable TabSheet tabs;
    private final transient DelegationDoors doors;
    private String title = "";

    PowerListView(DelegationDoors doors) {
        this.doors = doors;
        addClassNames("detail-page", "power-list");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var given = event.getLocation().getQueryParameters();
        try {
            var list =
                    doors.lists()
                            .get(
                                    new ListId(
                                            UUID.fromString(
                                                    event.getRouteParameters()
                                                            .get("list")
                                                            .orElse(""))));
            int edition =
                    given.getSingleParameter("edition")
                            .map(PowerListView::number)
                            .filter(number -> number > 0 && number <= list.edition())
                            .orElse(list.edition());
            show(list, edition, given.getSingleParameter("tab").orElse(null));
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

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    private void show(PowerList list, int edition, @Nullable String tab) {
        title = list.title();
        var back =
                PowerCells.link(
                        DelegationNavigation.LISTS, getTranslation("ui.delegation.lists.back"));
        var heading = new Div(new H1(list.title()), state(list));
        heading.addClassName("line");
        var head = new Div(heading, actions(list));
        head.addClassName("page-head");
        add(back, head, figures(list), tabs(list, edition, tab));
    }

    private Component state(PowerList list) {
        return PowerCells.state(doors.messages(), getLocale(), list.state());
    }

    private Component actions(PowerList list) {
        var actions = new Div();
        actions.addClassName("actions");
        if (doors.writes()) {
            var entry =
                    new Button(
                            getTranslation("ui.delegation.entry.new"),
                            new Glyph(Glyph.Of.PLUS),
                            click ->
                                    getUI().ifPresent(ui ->
                                            ui.navigate(DelegationNavigation.newEntry(list.id()))));
            entry.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            var rename =
                    new Button(
                            getTranslation("ui.delegation.list.rename"),
                            new Glyph(Glyph.Of.EDIT),
                            click -> rename(list));
            actions.add(entry, rename);
        }
        return actions;
    }

    private void rename(PowerList list) {
        var field = new TextField();
        field.setMaxLength(200);
        field.setValue(list.title());
        var ask =
                new AskDialog(
                        getTranslation("ui.delegation.list.rename"),
                        getTranslation("ui.form.save"),
                        () -> {
                            try {
                                doors.drafting().rename(list.id(), field.getValue());
                                reload(list.id(), null);
                            } catch (ListTitleTaken taken) {
                                throw AtField.of("title", taken);
                            }
                        });
        ask.with("title", getTranslation("ui.delegation.list.title"), field);
        ask.open();
    }

    private Component figures(PowerList list) {
        var figures =
                new Div(
                        new KeyFigure(
                                doors.messages().of(getLocale(), list.kind()),
                                getTranslation("ui.delegation.list.kind")),
                        new KeyFigure(
                                list.edition() == 0 ? Shown.NOTHING : "v" + list.edition(),
                                getTranslation("ui.delegation.edition.now")),
                        new KeyFigure(
                                Shown.figure(list.entries()),
                                getTranslation("ui.delegation.entries")),
                        new KeyFigure(
                                Shown.moment(list.publishedAt()),
                                getTranslation("ui.delegation.publishedAt")),
                        new KeyFigure(
                                Shown.figure(list.drafted()),
                                getTranslation("ui.delegation.drafted.what")));
        figures.addClassName("key-figures");
        return figures;
    }

    private Component tabs(PowerList list, int edition, @Nullable String asked) {
        var sheet = new TabSheet();
        sheet.setWidthFull();
        var shown = new ArrayList<>(TABS);
        if (!doors.writes()) {
            shown.remove("imports");
        }
        if (list.kind() != PowerListKind.EMPOWERMENT) {
            shown.remove("batches");
        }
        for (var tab : shown) {
            sheet.add(
                    tab.equals("draft") && list.drafted() > 0
                            ? getTranslation("ui.delegation.tab.draft.many", list.drafted())
                            : getTranslation("ui.delegation.tab." + tab),
                    new Later(() -> content(tab, list, edition)));
        }
        var first =
                asked != null
                        ? asked
                        : list.edition() == 0 && list.drafted() > 0 ? "draft" : "entries";
        sheet.setSelectedIndex(Math.max(0, shown.indexOf(first)));
        tabs = sheet;
        return sheet;
    }

    private Component content(String tab, PowerList list, int edition) {
        return switch (tab) {
            case "draft" -> new DraftPanel(doors, list, () -> reload(list.id(), "draft"));
            case "editions" -> new EditionPanel(doors, list);
            case "imports" -> new ListImportPanel(doors, list);
            case "batches" -> new BatchPanel(doors, list);
            default -> new EntryPanel(doors, list, edition, () -> reload(list.id(), "draft"));
        };
    }

    private void reload(ListId id, @Nullable String tab) {
        getUI().ifPresent(ui ->
                ui.navigate(
                        DelegationNavigation.list(id),
                        tab == null ? QueryParameters.empty() : QueryParameters.of("tab", tab)));
    }
}
