package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.kaiyuan.delegation.DelegationFieldsRefused;
import org.kaiyuan.delegation.DelegationPermissions;
import org.kaiyuan.delegation.ListDirectory;
import org.kaiyuan.delegation.ListTitleTaken;
import org.kaiyuan.delegation.PowerList;
import org.kaiyuan.delegation.PowerListKind;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Narrow;
import org.kaiyuan.ui.kit.Shown;

/** The lists of the zone: powers, duties, empowerment, entrustments, public services, boundaries. */
@Route("delegation/lists")
@RolesAllowed(DelegationPermissions.READ)
class PowerListsView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    final Grid<PowerList> rows = new Grid<>();

    private final transient DelegationDoors doors;

    PowerListsView(DelegationDoors doors) {
        this.doors = doors;
        addClassNames("list-page", "power-lists");
        setSizeFull();
        fill();
        var actions = new Div();
        actions.addClassName("actions");
        if (doors.writes()) {
            actions.add(fresh());
        }
        var head = new Div(new H1(getTranslation("ui.delegation.lists")), actions);
        head.addClassName("page-head");
        add(head, rows);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        rows.getDataProvider().refreshAll();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.delegation.lists") + " · " + getTranslation("ui.product");
    }

    private Button fresh() {
        var fresh =
                new Button(
                        getTranslation("ui.delegation.lists.new"),
                        new Glyph(Glyph.Of.PLUS),
                        click -> begin());
        fresh.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return fresh;
    }

    void begin() {
        var kind = new ComboBox<PowerListKind>();
        kind.setItems(PowerListKind.values());
        kind.setItemLabelGenerator(one -> doors.messages().of(getLocale(), one));
        kind.setValue(PowerListKind.EMPOWERMENT);
        var title = new TextField();
        title.setMaxLength(200);
        var ask =
                new AskDialog(
                        getTranslation("ui.delegation.lists.new"),
                        getTranslation("ui.form.save"),
                        () -> {
                            if (kind.getValue() == null) {
                                throw new DelegationFieldsRefused(
                                        "kind", "delegation.rule.required");
                            }
                            try {
                                var id = doors.drafting().begin(kind.getValue(), title.getValue());
                                getUI().ifPresent(ui -> ui.navigate(DelegationNavigation.list(id)));
                            } catch (ListTitleTaken taken) {
                                throw AtField.of("title", taken);
                            }
                        });
        ask.with("kind", getTranslation("ui.delegation.list.kind"), kind);
        ask.with("title", getTranslation("ui.delegation.list.title"), title);
        ask.open();
    }

    private void fill() {
        rows.addComponentColumn(this::named)
                .setHeader(getTranslation("ui.delegation.list"))
                .setWidth("280px")
                .setFlexGrow(3);
        rows.addComponentColumn(this::state)
                .setHeader(getTranslation("ui.delegation.state"))
                .setWidth("170px")
                .setFlexGrow(0);
        rows.addColumn(one -> one.edition() == 0 ? Shown.NOTHING : "v" + one.edition())
                .setHeader(getTranslation("ui.delegation.edition"))
                .setWidth("90px")
                .setFlexGrow(0);
        rows.addColumn(one -> Shown.figure(one.entries()))
                .setHeader(getTranslation("ui.delegation.entries"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("110px")
                .setFlexGrow(0);
        rows.addColumn(one -> Shown.moment(one.publishedAt()))
                .setHeader(getTranslation("ui.delegation.publishedAt"))
                .setWidth("170px")
                .setFlexGrow(0);
        Narrow.stack(
                this,
                rows,
                getTranslation("ui.delegation.list"),
                this::named,
                this::state,
                one ->
                        Narrow.line(
                                one.edition() == 0
                                        ? getTranslation("ui.delegation.unpublished")
                                        : getTranslation(
                                                "ui.delegation.list.card",
                                                one.edition(),
                                                one.entries(),
                                                Shown.moment(one.publishedAt()))));
        rows.setItems(query ->
                doors.lists().all().stream().skip(query.getOffset()).limit(query.getLimit()));
        rows.setPageSize(ListDirectory.MOST);
        rows.setSelectionMode(Grid.SelectionMode.NONE);
        rows.addItemClickListener(click ->
                getUI().ifPresent(ui ->
                        ui.navigate(DelegationNavigation.list(click.getItem().id()))));
        rows.setEmptyStateComponent(
                doors.writes()
                        ? new EmptyState(
                                Glyph.Of.FILE, getTranslation("ui.delegation.lists.none"), fresh())
                        : new EmptyState(
                                Glyph.Of.FILE, getTranslation("ui.delegation.lists.none")));
        rows.setSizeFull();
    }

    private Component named(PowerList list) {
        return PowerCells.named(
                PowerCells.link(DelegationNavigation.list(list.id()), list.title()),
                doors.messages().of(getLocale(), list.kind()));
    }

    private Component state(PowerList list) {
        var cell = new Div(PowerCells.state(doors.messages(), getLocale(), list.state()));
        cell.addClassName("chips");
        if (list.drafted() > 0) {
            cell.add(
                    PowerCells.chip(
                            getTranslation("ui.delegation.drafted", list.drafted()), "tag"));
        }
        return cell;
    }
}
