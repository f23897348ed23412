package org.kaiyuan.ui.services;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.services.ServiceFilter;
import org.kaiyuan.services.ServiceRow;
import org.kaiyuan.services.ServiceState;
import org.kaiyuan.services.ServiceTrack;
import org.kaiyuan.services.ServicesPermissions;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeysetPages;
import org.kaiyuan.ui.kit.Narrow;
import org.kaiyuan.ui.kit.Shown;

/** The catalogue of services; the address holds what is asked. */
@Route(ServiceNavigation.CATALOGUE)
@RolesAllowed(ServicesPermissions.READ)
class ServiceListView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final int PAGE = 50;

    final TextField typed = new TextField();
    final Select<ServiceState> state = new Select<>();
    final Select<ServiceTrack> track = new Select<>();
    final ComboBox<String> topic = new ComboBox<>();
    final Grid<ServiceRow> rows = new Grid<>();

    private final transient ServiceCatalogueDoors doors;
    private final transient KeysetPages<ServiceRow> pages;
    private boolean settling;

    ServiceListView(ServiceCatalogueDoors doors) {
        this.doors = doors;
        addClassNames("list-page", "service-list");
        setSizeFull();
        pages = new KeysetPages<>(this::page);
        fill();
        var actions = new Div();
        actions.addClassName("actions");
        if (doors.edits()) {
            actions.add(fresh());
        }
        var head = new Div(new H1(word("")), actions);
        head.addClassName("page-head");
        add(head, bar(), rows);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var given = event.getLocation().getQueryParameters();
        settling = true;
        var text = given.getSingleParameter("q").orElse("");
        if (!typed.getValue().strip().equals(text)) {
            typed.setValue(text);
        }
        state.setValue(
                constant(ServiceState.values(), given.getSingleParameter("state").orElse(null)));
        track.setValue(
                constant(ServiceTrack.values(), given.getSingleParameter("track").orElse(null)));
        var asked = given.getSingleParameter("topic").orElse(null);
        var topics = new java.util.ArrayList<>(doors.catalogue().topics());
        if (asked != null && !topics.contains(asked)) {
            topics.add(asked); // it was in use when the address was kept
        }
        topic.setItems(topics);
        topic.setValue(asked);
        settling = false;
        pages.forget();
        rows.setEmptyStateComponent(nothing());
        rows.getDataProvider().refreshAll();
    }

    @Override
    public String getPageTitle() {
        return word("") + " · " + getTranslation("ui.product");
    }

    private static <T extends Enum<T>> @Nullable T constant(T[] values, @Nullable String name) {
        return Arrays.stream(values)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private Button fresh() {
        var fresh =
                new Button(
                        word(".new"),
                        new Glyph(Glyph.Of.PLUS),
                        click -> getUI().ifPresent(ui -> ui.navigate(ServiceNavigation.NEW)));
        fresh.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return fresh;
    }

    private EmptyState nothing() {
        if (!filter().equals(ServiceFilter.ALL)) {
            return new EmptyState(
                    Glyph.Of.SEARCH,
                    word(".nothing"),
                    new Button(
                            word(".nothing.all"),
                            click -> getUI().ifPresent(ui -> ui.navigate(ServiceListView.class))));
        }
        return doors.edits()
                ? new EmptyState(Glyph.Of.TAG, word(".none"), fresh())
                : new EmptyState(Glyph.Of.TAG, word(".none.read"));
    }

    private Component bar() {
        typed.setPlaceholder(word(".typed"));
        typed.setAriaLabel(word(".typed"));
        typed.setPrefixComponent(new Glyph(Glyph.Of.SEARCH));
        typed.setClearButtonVisible(true);
        typed.setMaxLength(200);
        typed.setValueChangeMode(ValueChangeMode.LAZY);
        typed.addClassName("wide");
        typed.addValueChangeListener(change -> ask());
        all(state, ServiceState.values(), word(".state.all"));
        all(track, ServiceTrack.values(), word(".track.all"));
        topic.setPlaceholder(word(".topic.all"));
        topic.setAriaLabel(word(".topic.all"));
        topic.setClearButtonVisible(true);
        topic.addValueChangeListener(change -> ask());
        var bar = new Div(typed, state, track, topic);
        bar.addClassName("filter-bar");
        return bar;
    }

    private <T extends Enum<T>> void all(Select<T> field, T[] values, String all) {
        field.setItems(values);
        field.setEmptySelectionAllowed(true);
        field.setItemLabelGenerator(
                one -> one == null ? all : doors.messages().of(getLocale(), one));
        field.setPlaceholder(all);
        field.setAriaLabel(all);
        field.addValueChangeListener(change -> ask());
    }

    private void ask() {
        if (settling) {
            return;
        }
        Map<String, List<String>> asked = new LinkedHashMap<>();
        if (!typed.getValue().isBlank()) {
            asked.put("q", List.of(typed.getValue().strip()));
        }
        if (state.getValue() != null) {
            asked.put("state", List.of(state.getValue().name()));
        }
        if (track.getValue() != null) {
            asked.put("track", List.of(track.getValue().name()));
        }
        if (topic.getValue() != null) {
            asked.put("topic", List.of(topic.getValue()));
        }
        getUI().ifPresent(ui -> ui.navigate(ServiceListView.class, new QueryParameters(asked)));
    }

    private ServiceFilter filter() {
        return new ServiceFilter(
                ServiceCells.said(typed.getValue()),
                state.getValue(),
                track.getValue(),
                topic.getValue());
    }

    private KeysetPages.Page<ServiceRow> page(@Nullable String after, int limit) {
        var page = doors.catalogue().list(filter(), after, limit);
        return new KeysetPages.Page<>(page.items(), page.next());
    }

    private void fill() {
        rows.addComponentColumn(this::named)
                .setHeader(word(".title"))
                .setWidth("320px")
                .setFlexGrow(3);
        rows.addColumn(row -> doors.messages().of(getLocale(), row.track()))
                .setHeader(word(".track"))
                .setWidth("130px")
                .setFlexGrow(0);
        rows.addComponentColumn(this::states)
                .setHeader(word(".state"))
                .setWidth("190px")
                .setFlexGrow(0);
        rows.addColumn(row -> String.join(getTranslation("ui.services.form.between"), row.topics()))
                .setHeader(word(".topics"))
                .setWidth("160px")
                .setFlexGrow(1);
        rows.addColumn(row -> Shown.moment(row.updatedAt()))
                .setHeader(word(".updated"))
                .setWidth("150px")
                .setFlexGrow(0);
        Narrow.stack(
                this,
                rows,
                word(".title"),
                this::named,
                this::states,
                row -> Narrow.line(doors.messages().of(getLocale(), row.track())));
        rows.setItems(query -> pages.read(query.getOffset(), query.getLimit()));
        rows.setPageSize(PAGE);
        rows.setSelectionMode(Grid.SelectionMode.NONE);
        rows.addItemClickListener(click ->
                getUI().ifPresent(ui ->
                        ui.navigate(ServiceNavigation.service(click.getItem().id()))));
        rows.setSizeFull();
    }

    private Component named(ServiceRow row) {
        return ServiceCells.named(
                ServiceCells.link(ServiceNavigation.service(row.id()), row.title()), row.code());
    }

    private Component states(ServiceRow row) {
        var cell = new Div(ServiceCells.state(doors.messages(), getLocale(), row.state()));
        cell.addClassName("chips");
        if (row.edition() != null) {
            cell.add(
                    ServiceCells.chip(
                            getTranslation("ui.services.catalogue.edition", row.edition()), "tag"));
        }
        if (row.hasDraft() && row.state() != ServiceState.DRAFT) {
            cell.add(ServiceCells.chip(word(".drafted"), "waiting"));
        }
        return cell;
    }

    private String word(String key) {
        return getTranslation("ui.services.catalogue" + key);
    }
}
