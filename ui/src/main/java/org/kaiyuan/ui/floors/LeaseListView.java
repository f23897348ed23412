package org.kaiyuan.ui.floors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.LeaseFilter;
import org.kaiyuan.plots.LeaseRow;
import org.kaiyuan.plots.LeaseState;
import org.kaiyuan.plots.OverdueRent;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.ui.floors.LeaseQuestion.Show;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeysetPages;
import org.kaiyuan.ui.kit.Narrow;
import org.kaiyuan.ui.kit.Shown;

/** All leases, those that end soon, or the rent that is overdue; the address holds what is asked. */
@Route("leases")
@RolesAllowed(PlotPermissions.FLOORS_READ)
class LeaseListView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    /** How far ahead an end is soon. */
    static final int SOON_MONTHS = 3;

    private static final int PAGE = 50;

    final TextField typed = new TextField();
    final MultiSelectComboBox<LeaseState> states = new MultiSelectComboBox<>();
    final RadioButtonGroup<Show> show = new RadioButtonGroup<>();
    final Grid<LeaseRow> rows = new Grid<>();
    final Grid<OverdueRent> overdue = new Grid<>();
    final Div told = new Div();
    final Div chips = new Div();

    private final transient FloorDoors doors;
    private final transient KeysetPages<LeaseRow> pages;
    private final transient KeysetPages<OverdueRent> overduePages;
    private transient LeaseQuestion asked = LeaseQuestion.ALL;
    private boolean settling;

    LeaseListView(FloorDoors doors) {
        this.doors = doors;
        pages =
                new KeysetPages<>((after, limit) -> {
                    var page = doors.leases().find(filter(), after, limit);
                    return new KeysetPages.Page<>(page.items(), page.next());
                });
        overduePages =
                new KeysetPages<>((after, limit) -> {
                    var page = doors.payments().overdue(after, limit);
                    return new KeysetPages.Page<>(page.items(), page.next());
                });
        addClassNames("list-page", "lease-list");
        setSizeFull();
        told.addClassName("told");
        told.getElement().setAttribute("role", "status");
        chips.addClassNames("chips", "active-filters");
        fillLeases();
        fillOverdue();
        add(head(), bar(), chips, told, rows, overdue);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        asked = LeaseQuestion.of(event.getLocation().getQueryParameters().getParameters());
        settling = true;
        var text = asked.filter().text() == null ? "" : asked.filter().text();
        if (!typed.getValue().strip().equals(text)) {
            typed.setValue(text);
        }
        states.setValue(asked.filter().states());
        show.setValue(asked.show());
        settling = false;
        answer();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.floors.leases") + " · " + getTranslation("ui.product");
    }

    private Component head() {
        var actions = new Div();
        actions.addClassName("actions");
        if (doors.leasesOut()) {
            actions.add(fresh());
        }
        var head = new Div(new H1(getTranslation("ui.floors.leases")), actions);
        head.addClassName("page-head");
        return head;
    }

    private Button fresh() {
        var fresh =
                new Button(
                        getTranslation("ui.floors.leases.new"),
                        new Glyph(Glyph.Of.PLUS),
                        click -> getUI().ifPresent(ui -> ui.navigate(LeaseFormView.class)));
        fresh.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return fresh;
    }

    private Component bar() {
        show.setItems(Show.values());
        show.setItemLabelGenerator(one -> getTranslation("ui.floors.show." + one));
        show.setAriaLabel(getTranslation("ui.floors.show"));
        show.addClassName("segments");
        show.addValueChangeListener(change -> ask(asked.with(change.getValue())));
        typed.setPlaceholder(getTranslation("ui.floors.leases.typed"));
        typed.setAriaLabel(getTranslation("ui.floors.leases.typed"));
        typed.setPrefixComponent(new Glyph(Glyph.Of.SEARCH));
        typed.setClearButtonVisible(true);
        typed.setMaxLength(200);
        typed.setValueChangeMode(ValueChangeMode.LAZY);
        typed.addClassName("wide");
        states.setItems(LeaseState.values());
        states.setItemLabelGenerator(one -> doors.messages().of(getLocale(), one));
        states.setPlaceholder(getTranslation("plots.floorColumn.state"));
        states.setAriaLabel(getTranslation("plots.floorColumn.state"));
        typed.addValueChangeListener(change -> askTyped());
        states.addValueChangeListener(change -> askTyped());
        var bar = new Div(show, typed, states);
        bar.addClassName("filter-bar");
        return bar;
    }

    private void askTyped() {
        var text = typed.getValue().strip();
        ask(asked.with(text.isEmpty() ? null : text, states.getValue()));
    }

    private void ask(LeaseQuestion question) {
        if (!settling && !question.equals(asked)) {
            getUI().ifPresent(ui ->
                    ui.navigate(LeaseListView.class, new QueryParameters(question.parameters())));
        }
    }

    private void fillLeases() {
        rows.addComponentColumn(LeaseListView::lease)
                .setHeader(getTranslation("ui.floors.lease"))
                .setWidth("230px")
                .setFlexGrow(3);
        rows.addComponentColumn(this::state)
                .setHeader(getTranslation("plots.floorColumn.state"))
                .setWidth("150px")
                .setFlexGrow(0);
        rows.addColumn(lease -> String.join("、", lease.units()))
                .setHeader(getTranslation("plots.floorColumn.units"))
                .setTooltipGenerator(lease -> String.join("、", lease.units()))
                .setWidth("140px")
                .setFlexGrow(2);
        rows.addColumn(lease -> FloorCells.period(lease.fromDay(), lease.lastDay()))
                .setHeader(getTranslation("ui.floors.term"))
                .setWidth("214px")
                .setFlexGrow(0);
        rows.addColumn(lease -> Shown.figure(lease.areaM2()))
                .setHeader(getTranslation("ui.floors.area.m2"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("110px")
                .setFlexGrow(0);
        rows.addColumn(lease -> Shown.figure(lease.rentYuanM2()))
                .setHeader(getTranslation("ui.floors.rent"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("130px")
                .setFlexGrow(0);
        rows.addComponentColumn(this::owed)
                .setHeader(getTranslation("ui.floors.overdue.yuan"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("120px")
                .setFlexGrow(0);
        rows.setSelectionMode(Grid.SelectionMode.NONE);
        rows.addItemClickListener(click -> open(FloorNavigation.lease(click.getItem().id())));
        Narrow.stack(
                this,
                rows,
                getTranslation("ui.floors.lease"),
                LeaseListView::lease,
                this::state,
                lease -> Narrow.line(String.join("、", lease.units())),
                lease -> Narrow.line(FloorCells.period(lease.fromDay(), lease.lastDay())),
                lease ->
                        Narrow.line(
                                getTranslation(
                                        "ui.floors.leases.card",
                                        Shown.figure(lease.areaM2()),
                                        Shown.figure(lease.rentYuanM2()))));
        rows.setItems(query -> leases(query.getOffset(), query.getLimit()));
        rows.getLazyDataView().setIdentifierProvider(LeaseRow::id);
        rows.setPageSize(PAGE);
        rows.setSizeFull();
    }

    private Stream<LeaseRow> leases(int offset, int limit) {
        return asked.show() == Show.OVERDUE ? Stream.of() : pages.read(offset, limit);
    }

    private LeaseFilter filter() {
        return asked.show() == Show.ENDING
                ? asked.filter().endingBy(doors.today().plusMonths(SOON_MONTHS))
                : asked.filter();
    }

    private void fillOverdue() {
        overdue.addComponentColumn(LeaseListView::lease)
                .setHeader(getTranslation("ui.floors.lease"))
                .setWidth("230px")
                .setFlexGrow(3);
        overdue.addColumn(rent -> FloorCells.period(rent.fromDay(), rent.toDay()))
                .setHeader(getTranslation("ui.floors.instalment"))
                .setWidth("214px")
                .setFlexGrow(0);
        overdue.addColumn(rent -> Shown.date(rent.dueOn()))
                .setHeader(getTranslation("ui.floors.due"))
                .setWidth("130px")
                .setFlexGrow(0);
        overdue.addComponentColumn(this::late)
                .setHeader(getTranslation("plots.floorColumn.state"))
                .setWidth("140px")
                .setFlexGrow(0);
        overdue.addColumn(rent -> Shown.figure(rent.amountYuan()))
                .setHeader(getTranslation("ui.floors.amount"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("130px")
                .setFlexGrow(0);
        overdue.addColumn(rent -> Shown.figure(rent.openYuan()))
                .setHeader(getTranslation("ui.floors.open"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("130px")
                .setFlexGrow(0);
        overdue.setSelectionMode(Grid.SelectionMode.NONE);
        overdue.addItemClickListener(click -> open(FloorNavigation.lease(click.getItem().lease())));
        Narrow.stack(
                this,
                overdue,
                getTranslation("ui.floors.lease"),
                LeaseListView::lease,
                this::late,
                rent -> Narrow.line(FloorCells.period(rent.fromDay(), rent.toDay())),
                rent ->
                        Narrow.line(
                                getTranslation(
                                        "ui.floors.overdue.card", Shown.figure(rent.openYuan()))));
        overdue.setItems(query -> overduePages.read(query.getOffset(), query.getLimit()));
        overdue.setPageSize(PAGE);
        overdue.setSizeFull();
        overdue.setEmptyStateComponent(
                new EmptyState(Glyph.Of.CHECK, getTranslation("ui.floors.overdue.none")));
    }

    private void open(String address) {
        getUI().ifPresent(ui -> ui.navigate(address));
    }

    private static Component lease(LeaseRow lease) {
        return FloorCells.named(
                FloorCells.link(FloorNavigation.lease(lease.id()), lease.number()), lease.tenant());
    }

    private static Component lease(OverdueRent rent) {
        return FloorCells.named(
                FloorCells.link(FloorNavigation.lease(rent.lease()), rent.number()), rent.tenant());
    }

    private Component state(LeaseRow lease) {
        var cell = new Div(FloorCells.state(doors.messages(), getLocale(), lease.state()));
        cell.addClassName("chips");
        if (lease.renewed()) {
            cell.add(FloorCells.chip(getTranslation("ui.floors.renewed"), "tag"));
        } else if (lease.state() == LeaseState.RUNNING
                && !lease.lastDay().isAfter(doors.today().plusMonths(SOON_MONTHS))) {
            cell.add(FloorCells.chip(getTranslation("ui.floors.soon"), "waiting"));
        }
        if (lease.overdueYuan().signum() > 0) {
            cell.add(FloorCells.chip(getTranslation("ui.floors.overdue"), "bad"));
        }
        return cell;
    }

    private Component owed(LeaseRow lease) {
        var owed =
                new Span(
                        lease.overdueYuan().signum() > 0
                                ? Shown.figure(lease.overdueYuan())
                                : Shown.NOTHING);
        if (lease.overdueYuan().signum() > 0) {
            owed.addClassName("owed");
        }
        return owed;
    }

    private Component late(OverdueRent rent) {
        return FloorCells.chip(getTranslation("ui.floors.overdue.days", rent.days()), "bad");
    }

    private void answer() {
        boolean instalments = asked.show() == Show.OVERDUE;
        pages.forget();
        overduePages.forget();
        rows.setVisible(!instalments);
        overdue.setVisible(instalments);
        typed.setEnabled(!instalments);
        states.setEnabled(!instalments);
        tell();
        narrowed();
        empty();
        if (instalments) {
            overdue.getDataProvider().refreshAll();
        } else {
            rows.getDataProvider().refreshAll();
        }
    }

    /** What wants attention, with the way to it: notices lead to this page. */
    private void tell() {
        told.removeAll();
        if (asked.show() == Show.ALL) {
            var wants = doors.leases().attention(doors.today().plusMonths(SOON_MONTHS));
            attention("ui.floors.attention.ending", wants.ending(), Show.ENDING);
            attention("ui.floors.attention.overdue", wants.overdue(), Show.OVERDUE);
        } else {
            told.add(new Span(getTranslation("ui.floors.told." + asked.show())));
        }
        told.setVisible(told.getComponentCount() > 0);
    }

    private void attention(String key, int many, Show which) {
        if (many > 0) {
            var link =
                    FloorCells.link(
                            FloorNavigation.LEASES + "?show=" + which.name(),
                            getTranslation(key, many));
            link.addClassName("attention-link");
            told.add(link);
        }
    }

    /** What an address has narrowed that no field shows. */
    private void narrowed() {
        chips.removeAll();
        var f = asked.filter();
        var key =
                f.unit() != null
                        ? "ui.floors.chip.unit"
                        : f.building() != null
                                ? "ui.floors.chip.building"
                                : f.enterprise() != null ? "ui.floors.chip.enterprise" : null;
        if (key != null) {
            chips.add(chip(getTranslation(key)));
        }
    }

    private Button chip(String words) {
        var chip = new Button(words, new Glyph(Glyph.Of.CLOSE), click -> ask(asked.ofAll()));
        chip.setIconAfterText(true);
        chip.setAriaLabel(getTranslation("ui.filter.remove", words));
        chip.addClassNames("chip", "filter-chip");
        return chip;
    }

    private void empty() {
        rows.setEmptyStateComponent(emptyState());
    }

    private EmptyState emptyState() {
        if (!asked.with(Show.ALL).equals(LeaseQuestion.ALL)) {
            return new EmptyState(
                    Glyph.Of.FILTER,
                    getTranslation("ui.floors.leases.nothing"),
                    new Button(
                            getTranslation("ui.filter.clear"),
                            click -> ask(LeaseQuestion.ALL.with(asked.show()))));
        }
        var said =
                getTranslation(
                        asked.show() == Show.ENDING
                                ? "ui.floors.ending.none"
                                : "ui.floors.leases.none");
        @Nullable Button act = doors.leasesOut() && asked.show() == Show.ALL ? fresh() : null;
        return act == null
                ? new EmptyState(Glyph.Of.FILE, said)
                : new EmptyState(Glyph.Of.FILE, said, act);
    }
}
