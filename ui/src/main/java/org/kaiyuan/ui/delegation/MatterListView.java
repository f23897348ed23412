package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
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
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.BasisState;
import org.kaiyuan.delegation.DelegationPermissions;
import org.kaiyuan.delegation.MatterCatalogue;
import org.kaiyuan.delegation.MatterId;
import org.kaiyuan.delegation.MatterKind;
import org.kaiyuan.delegation.MatterRow;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeysetPages;
import org.kaiyuan.ui.kit.Narrow;
import org.kaiyuan.ui.kit.Shown;

/** The catalogue of matters: the zone's own, and what is shared with it; the address holds what is asked. */
@Route("delegation/matters")
@RolesAllowed(DelegationPermissions.READ)
class MatterListView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final int PAGE = 50;

    final TextField typed = new TextField();
    final Select<MatterKind> kind = new Select<>();
    final Select<BasisState> basis = new Select<>();
    final RadioButtonGroup<Boolean> which = new RadioButtonGroup<>();
    final Grid<MatterRow> rows = new Grid<>();
    final SharedMatterGrid shared;

    private final transient DelegationDoors doors;
    private final transient KeysetPages<MatterRow> pages;
    private boolean settling;

    MatterListView(DelegationDoors doors) {
        this.doors = doors;
        addClassNames("list-page", "matter-list");
        setSizeFull();
        pages = new KeysetPages<>((after, limit) -> page(after, limit));
        shared = new SharedMatterGrid(doors, typed::getValue);
        fill();
        var actions = new Div();
        actions.addClassName("actions");
        if (doors.writes()) {
            actions.add(fresh());
        }
        if (doors.shares()) {
            actions.add(
                    PowerCells.link(
                            DelegationNavigation.SHARED,
                            getTranslation("ui.delegation.shared.place")));
        }
        var head = new Div(new H1(getTranslation("ui.delegation.matters")), actions);
        head.addClassName("page-head");
        add(head, bar(), rows, shared);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var given = event.getLocation().getQueryParameters();
        settling = true;
        var text = given.getSingleParameter("q").orElse("");
        if (!typed.getValue().strip().equals(text)) {
            typed.setValue(text);
        }
        kind.setValue(constant(MatterKind.values(), given.getSingleParameter("kind").orElse(null)));
        basis.setValue(
                constant(BasisState.values(), given.getSingleParameter("basis").orElse(null)));
        which.setValue(given.getSingleParameter("show").filter("shared"::equals).isPresent());
        settling = false;
        boolean sharedOnes = which.getValue();
        rows.setVisible(!sharedOnes);
        shared.setVisible(sharedOnes);
        kind.setVisible(!sharedOnes);
        basis.setVisible(!sharedOnes);
        pages.forget();
        if (sharedOnes) {
            shared.renew();
        } else {
            rows.getDataProvider().refreshAll();
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.delegation.matters") + " · " + getTranslation("ui.product");
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
                        getTranslation("ui.delegation.matter.new"),
                        new Glyph(Glyph.Of.PLUS),
                        click ->
                                new MatterDialog(
                                                doors,
                                                getTranslation("ui.delegation.matter.new"),
                                                null,
                                                0,
                                                (said, version) -> {
                                                    var id = doors.matters().add(said);
                                                    getUI().ifPresent(ui ->
                                                            ui.navigate(
                                                                    DelegationNavigation.matter(
                                                                            id)));
                                                })
                                        .open());
        fresh.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return fresh;
    }

    private Component bar() {
        which.setItems(false, true);
        which.setItemLabelGenerator(one ->
                getTranslation(one ? "ui.delegation.matters.shared" : "ui.delegation.matters.own"));
        which.setAriaLabel(getTranslation("ui.delegation.matters.which"));
        which.addClassName("segments");
        which.addValueChangeListener(change -> ask(change.getValue()));
        typed.setPlaceholder(getTranslation("ui.delegation.matter.typed"));
        typed.setAriaLabel(getTranslation("ui.delegation.matter.typed"));
        typed.setPrefixComponent(new Glyph(Glyph.Of.SEARCH));
        typed.setClearButtonVisible(true);
        typed.setMaxLength(200);
        typed.setValueChangeMode(ValueChangeMode.LAZY);
        typed.addClassName("wide");
        typed.addValueChangeListener(change -> ask(which.getValue()));
        all(kind, MatterKind.values(), "ui.delegation.kind.all");
        all(basis, BasisState.values(), "ui.delegation.basis.all");
        var bar = new Div(which, typed, kind, basis);
        bar.addClassName("filter-bar");
        return bar;
    }

    private <T extends Enum<T>> void all(Select<T> field, T[] values, String key) {
        field.setItems(values);
        field.setEmptySelectionAllowed(true);
        field.setItemLabelGenerator(
                one -> one == null ? getTranslation(key) : doors.messages().of(getLocale(), one));
        field.setPlaceholder(getTranslation(key));
        field.setAriaLabel(getTranslation(key));
        field.addValueChangeListener(change -> ask(which.getValue()));
    }

    private void ask(@Nullable Boolean sharedOnes) {
        if (settling) {
            return;
        }
        Map<String, List<String>> asked = new LinkedHashMap<>();
        if (Boolean.TRUE.equals(sharedOnes)) {
            asked.put("show", List.of("shared"));
        }
        if (!typed.getValue().isBlank()) {
            asked.put("q", List.of(typed.getValue().strip()));
        }
        if (kind.getValue() != null) {
            asked.put("kind", List.of(kind.getValue().name()));
        }
        if (basis.getValue() != null) {
            asked.put("basis", List.of(basis.getValue().name()));
        }
        getUI().ifPresent(ui -> ui.navigate(MatterListView.class, new QueryParameters(asked)));
    }

    private MatterCatalogue.Filter filter() {
        return new MatterCatalogue.Filter(kind.getValue(), null, basis.getValue());
    }

    private KeysetPages.Page<MatterRow> page(@Nullable String after, int limit) {
        var page =
                doors.catalogue()
                        .page(
                                filter(),
                                after == null ? null : new MatterId(UUID.fromString(after)),
                                limit);
        return new KeysetPages.Page<>(
                page, page.size() < limit ? null : page.getLast().id().toString());
    }

    private Stream<MatterRow> read(int offset, int limit) {
        return typed.getValue().isBlank()
                ? pages.read(offset, limit)
                : doors.catalogue().search(typed.getValue(), filter(), offset, limit).stream();
    }

    private void fill() {
        rows.addComponentColumn(this::named)
                .setHeader(getTranslation("ui.delegation.matter"))
                .setWidth("340px")
                .setFlexGrow(4);
        rows.addColumn(row -> doors.messages().of(getLocale(), row.kind()))
                .setHeader(getTranslation("delegation.column.kind"))
                .setWidth("130px")
                .setFlexGrow(0);
        rows.addColumn(row -> Shown.text(row.field()))
                .setHeader(getTranslation("delegation.column.field"))
                .setWidth("130px")
                .setFlexGrow(0);
        rows.addComponentColumn(this::marks)
                .setHeader(getTranslation("ui.delegation.bases"))
                .setWidth("150px")
                .setFlexGrow(0);
        rows.addColumn(row -> Shown.text(row.body()))
                .setHeader(getTranslation("ui.delegation.decides.now"))
                .setTooltipGenerator(MatterRow::body)
                .setWidth("200px")
                .setFlexGrow(1);
        Narrow.stack(
                this,
                rows,
                getTranslation("ui.delegation.matter"),
                this::named,
                this::marks,
                row -> Narrow.line(doors.messages().of(getLocale(), row.kind())),
                row -> Narrow.line(Shown.text(row.body())));
        rows.setItems(query -> read(query.getOffset(), query.getLimit()));
        rows.setPageSize(PAGE);
        rows.setSelectionMode(Grid.SelectionMode.NONE);
        rows.addItemClickListener(click -> open(DelegationNavigation.matter(click.getItem().id())));
        rows.setEmptyStateComponent(
                new EmptyState(Glyph.Of.TAG, getTranslation("ui.delegation.matters.none")));
        rows.setSizeFull();
    }

    private Component named(MatterRow row) {
        return PowerCells.named(
                PowerCells.link(DelegationNavigation.matter(row.id()), row.name()), row.code());
    }

    private Component marks(MatterRow row) {
        var cell = new Div();
        cell.addClassName("chips");
        var state = PowerCells.basis(doors.messages(), getLocale(), row.basisState());
        if (state != null) {
            cell.add(state);
        }
        if (row.shared()) {
            cell.add(PowerCells.chip(getTranslation("ui.delegation.shared"), "tag"));
        }
        return cell;
    }

    private void open(String address) {
        getUI().ifPresent(ui -> ui.navigate(address));
    }
}
