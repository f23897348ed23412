package org.kaiyuan.ui.supply;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.kaiyuan.plots.IdleCase;
import org.kaiyuan.plots.IdleMeasure;
import org.kaiyuan.plots.IdleState;
import org.kaiyuan.plots.LowPlot;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeysetPages;
import org.kaiyuan.ui.kit.Narrow;
import org.kaiyuan.ui.kit.Shown;

/** 闲置与低效: cases across all plots, and plots that are used with little effect. The address says which. */
@Route("land/idle")
@RouteAlias("plots/idle") // where notices lead
@RolesAllowed(PlotPermissions.READ)
class IdleGroundView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    /** What is listed. */
    enum Show {
        CASES,
        LOW
    }

    private static final int PAGE = 50;
    private static final int YEARS = 8;

    final RadioButtonGroup<Show> show = new RadioButtonGroup<>();
    final MultiSelectComboBox<IdleState> states = new MultiSelectComboBox<>();
    final Checkbox overdue = new Checkbox();
    final Select<Integer> year = new Select<>();
    final Grid<IdleCase> cases = new Grid<>();
    final Grid<LowPlot> low = new Grid<>();
    private final Paragraph detail = new Paragraph();
    private final transient SupplyDoors doors;
    private final transient KeysetPages<IdleCase> casePages;
    private final transient KeysetPages<LowPlot> lowPages;

    IdleGroundView(SupplyDoors doors) {
        this.doors = doors;
        casePages =
                new KeysetPages<>((after, limit) -> {
                    var page =
                            doors.idle().find(states.getValue(), overdue.getValue(), after, limit);
                    return new KeysetPages.Page<>(page.items(), page.next());
                });
        lowPages =
                new KeysetPages<>((after, limit) -> {
                    var page = doors.low().find(year.getValue(), after, limit);
                    return new KeysetPages.Page<>(page.items(), page.next());
                });
        addClassNames("list-page", "figures-page", "supply-list");
        fields();
        var head = new Div(new H1(word("title")), show);
        head.addClassName("page-head");
        var bar = new Div(states, overdue, year);
        bar.addClassName("filter-bar");
        caseColumns();
        lowColumns();
        add(head, detail, bar, cases, low);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        read(event.getLocation());
        boolean listsCases = show.getValue() == Show.CASES;
        detail.setText(word(listsCases ? "detail" : "low.detail"));
        states.setVisible(listsCases);
        overdue.setVisible(listsCases);
        cases.setVisible(listsCases);
        year.setVisible(!listsCases);
        low.setVisible(!listsCases);
        if (listsCases) {
            casePages.forget();
            cases.setItems(query -> casePages.read(query.getOffset(), query.getLimit()));
        } else {
            lowPages.forget();
            low.setItems(query -> lowPages.read(query.getOffset(), query.getLimit()));
        }
    }

    @Override
    public String getPageTitle() {
        return word("title") + " · " + getTranslation("ui.product");
    }

    private void read(Location location) {
        var asked = location.getQueryParameters();
        show.setValue(
                asked.getSingleParameter("show").filter("LOW"::equals).isPresent()
                        ? Show.LOW
                        : Show.CASES);
        var wanted = EnumSet.noneOf(IdleState.class);
        asked.getParameters().getOrDefault("state", List.of()).stream()
                .flatMap(name ->
                        Arrays.stream(IdleState.values()).filter(one -> one.name().equals(name)))
                .forEach(wanted::add);
        states.setValue(Set.copyOf(wanted));
        overdue.setValue(asked.getSingleParameter("overdue").filter("true"::equals).isPresent());
        int now = doors.today().getYear();
        year.setValue(
                IntStream.range(0, YEARS)
                        .map(i -> now - i)
                        .filter(one ->
                                asked.getSingleParameter("year")
                                        .filter(Integer.toString(one)::equals)
                                        .isPresent())
                        .findFirst()
                        .orElse(now - 1));
    }

    private void fields() {
        show.setItems(Show.values());
        show.setValue(Show.CASES);
        show.setItemLabelGenerator(one -> word("show." + one));
        show.setAriaLabel(word("title"));
        show.addClassName("segments");
        show.addValueChangeListener(change -> ask(change.isFromClient()));
        states.setLabel(word("states"));
        states.setPlaceholder(word("states.open"));
        states.setItems(IdleState.values());
        states.setItemLabelGenerator(one -> doors.messages().of(getLocale(), one));
        states.setClearButtonVisible(true);
        states.addValueChangeListener(change -> ask(change.isFromClient()));
        overdue.setLabel(word("overdue"));
        overdue.addValueChangeListener(change -> ask(change.isFromClient()));
        year.setLabel(word("year"));
        int now = doors.today().getYear();
        year.setItems(IntStream.range(0, YEARS).mapToObj(i -> now - i).toList());
        year.setItemLabelGenerator(String::valueOf);
        year.setValue(now - 1);
        year.addValueChangeListener(change -> ask(change.isFromClient()));
    }

    /** What the fields say goes into the address; the page follows it. */
    private void ask(boolean byHand) {
        if (!byHand) {
            return;
        }
        var asked = new LinkedHashMap<String, List<String>>();
        if (show.getValue() == Show.LOW) {
            asked.put("show", List.of(Show.LOW.name()));
            asked.put("year", List.of(year.getValue().toString()));
        } else {
            if (!states.getValue().isEmpty()) {
                asked.put("state", states.getValue().stream().map(Enum::name).sorted().toList());
            }
            if (overdue.getValue()) {
                asked.put("overdue", List.of("true"));
            }
        }
        getUI().ifPresent(ui -> ui.navigate(IdleGroundView.class, new QueryParameters(asked)));
    }

    private void caseColumns() {
        cases.setPageSize(PAGE);
        cases.addComponentColumn(IdleGroundView::plot)
                .setHeader(word("plot"))
                .setFlexGrow(2)
                .setWidth("180px");
        cases.addComponentColumn(this::state)
                .setHeader(word("state"))
                .setFlexGrow(0)
                .setWidth("120px");
        cases.addComponentColumn(this::evidence)
                .setHeader(word("evidence"))
                .setFlexGrow(3)
                .setWidth("240px");
        cases.addColumn(one -> Shown.text(one.holderName()))
                .setHeader(word("holder"))
                .setTooltipGenerator(one -> Shown.text(one.holderName()))
                .setFlexGrow(2)
                .setWidth("160px");
        cases.addColumn(one -> Shown.mu(one.groundM2()))
                .setHeader(word("area"))
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(0)
                .setWidth("110px");
        cases.addComponentColumn(this::measures)
                .setHeader(word("measures"))
                .setFlexGrow(2)
                .setWidth("200px");
        Narrow.stack(
                cases,
                cases,
                word("title"),
                IdleGroundView::plot,
                this::state,
                this::evidence,
                one ->
                        Narrow.line(
                                Shown.mu(one.groundM2())
                                        + " "
                                        + getTranslation("ui.map.mu")
                                        + " · "
                                        + Shown.text(one.holderName())),
                this::measures);
        cases.setEmptyStateComponent(new EmptyState(Glyph.Of.CHECK, word("none")));
    }

    private static Component plot(IdleCase one) {
        return SupplyCells.plot(one.plot(), one.plotNumber(), one.plotName(), "construction");
    }

    private Component state(IdleCase one) {
        var cell =
                new Div(
                        SupplyCells.of(doors.messages(), getLocale(), one.state()),
                        SupplyCells.sub(doors.messages().of(getLocale(), one.evidence().kind())));
        cell.addClassName("name-cell");
        return cell;
    }

    private Component evidence(IdleCase one) {
        var e = one.evidence();
        var cell =
                new Div(
                        new Span(word("days", e.daysCounted(), e.daysNeeded())),
                        SupplyCells.sub(
                                word("since." + e.kind(), Shown.date(e.since()))
                                        + (e.daysExcluded() == 0
                                                ? ""
                                                : word("excluded", e.daysExcluded()))));
        cell.addClassName("name-cell");
        return cell;
    }

    private Component measures(IdleCase one) {
        var cell = new Div();
        cell.addClassName("name-cell");
        var open = one.measures().stream().filter(each -> each.doneOn() == null).toList();
        if (one.overdue() > 0) {
            cell.add(SupplyCells.chip(word("measures.overdue", one.overdue()), "bad"));
        }
        if (!open.isEmpty()) {
            cell.add(next(open.getFirst()));
        } else if (!one.measures().isEmpty()) {
            cell.add(SupplyCells.chip(word("measures.done"), "good"));
        } else {
            cell.add(
                    SupplyCells.sub(
                            one.state() == IdleState.CONFIRMED
                                    ? word("measures.none")
                                    : Shown.NOTHING));
        }
        return cell;
    }

    private Component next(IdleMeasure measure) {
        return SupplyCells.sub(
                doors.messages().of(getLocale(), measure.kind())
                        + " · "
                        + word("measures.until", Shown.date(measure.deadline())));
    }

    private void lowColumns() {
        low.setPageSize(PAGE);
        low.addComponentColumn(IdleGroundView::plot)
                .setHeader(word("plot"))
                .setFlexGrow(2)
                .setWidth("180px");
        low.addComponentColumn(one -> SupplyCells.of(doors.messages(), getLocale(), one.state()))
                .setHeader(word("plotState"))
                .setFlexGrow(0)
                .setWidth("110px");
        low.addColumn(one -> Shown.text(one.holderName()))
                .setHeader(word("holder"))
                .setTooltipGenerator(one -> Shown.text(one.holderName()))
                .setFlexGrow(2)
                .setWidth("180px");
        low.addColumn(one -> Shown.mu(one.groundM2()))
                .setHeader(word("area"))
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(0)
                .setWidth("110px");
        low.addComponentColumn(this::reasons)
                .setHeader(word("reasons"))
                .setFlexGrow(4)
                .setWidth("300px");
        Narrow.stack(
                low,
                low,
                word("title"),
                IdleGroundView::plot,
                one ->
                        Narrow.line(
                                Shown.mu(one.groundM2())
                                        + " "
                                        + getTranslation("ui.map.mu")
                                        + " · "
                                        + Shown.text(one.holderName())),
                this::reasons);
        low.setEmptyStateComponent(new EmptyState(Glyph.Of.CHECK, word("low.none")));
    }

    private static Component plot(LowPlot one) {
        return SupplyCells.plot(one.plot(), one.number(), one.name(), "verification");
    }

    private Component reasons(LowPlot one) {
        var cell = new Div();
        cell.addClassName("name-cell");
        one.reasons()
                .forEach(reason -> {
                    boolean money = reason.indicator().isMoney();
                    cell.add(
                            new Span(
                                    word(
                                            reason.promised() == null
                                                    ? "low.reason"
                                                    : "low.reason.promised",
                                            doors.messages().of(getLocale(), reason.indicator()),
                                            money
                                                    ? PerMu.shown(reason.actual())
                                                    : Shown.figure(reason.actual()),
                                            money
                                                    ? PerMu.shown(reason.least())
                                                    : Shown.figure(reason.least()),
                                            money
                                                    ? PerMu.shown(reason.promised())
                                                    : Shown.figure(reason.promised()))));
                });
        return cell;
    }

    private String word(String key, Object... arguments) {
        return getTranslation("ui.supply.ground." + key, arguments);
    }
}
