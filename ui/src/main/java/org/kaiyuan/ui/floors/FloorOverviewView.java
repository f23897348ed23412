package org.kaiyuan.ui.floors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.LeaseExpiry;
import org.kaiyuan.plots.LeaseRow;
import org.kaiyuan.plots.OverdueRent;
import org.kaiyuan.plots.OverdueRentPage;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.Vacancy;
import org.kaiyuan.plots.Vacancy.VacantSpace;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeyFigure;
import org.kaiyuan.ui.kit.Later;
import org.kaiyuan.ui.kit.PlainTable;
import org.kaiyuan.ui.kit.Shown;

/** How much stands empty, what will, and what rent is overdue. */
@Route("floors")
@RouteAlias("leases/ending")
@RolesAllowed(PlotPermissions.FLOORS_READ)
class FloorOverviewView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    static final int MONTHS = 12;

    private static final int OVERDUE = 100;

    /** In their order; what an address may ask for by {@code ?tab=}. */
    private static final List<String> TABS = List.of("vacancy", "ending", "overdue");

    TabSheet tabs = new TabSheet();
    private final transient FloorDoors doors;

    FloorOverviewView(FloorDoors doors) {
        this.doors = doors;
        addClassNames("detail-page", "lead-page", "floor-overview");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        boolean calendar = event.getLocation().getPath().startsWith(FloorNavigation.LEASES);
        var tab =
                event.getLocation()
                        .getQueryParameters()
                        .getSingleParameter("tab")
                        .orElse(calendar ? "ending" : "vacancy");
        removeAll();
        show(Math.max(0, TABS.indexOf(tab)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.floors.overview") + " · " + getTranslation("ui.product");
    }

    /** What the figures are of is shown at once where it is looked at, and asked for anew behind the other tabs. */
    private void show(int tab) {
        var vacancy = doors.vacancies().on(null);
        var expiry = doors.leases().ending(MONTHS);
        var overdue = doors.payments().overdue(null, OVERDUE);
        tabs = new TabSheet();
        tabs.setWidthFull();
        tabs.add(
                getTranslation("ui.floors.overview.vacancy"),
                tab == 0 ? vacancy(vacancy) : new Later(() -> vacancy(doors.vacancies().on(null))));
        tabs.add(
                getTranslation("ui.floors.overview.ending"),
                tab == 1 ? ending(expiry) : new Later(() -> ending(doors.leases().ending(MONTHS))));
        tabs.add(
                getTranslation("ui.floors.overview.overdue"),
                tab == 2
                        ? overdue(overdue)
                        : new Later(() -> overdue(doors.payments().overdue(null, OVERDUE))));
        tabs.setSelectedIndex(tab);
        tabs.addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                address(TABS.get(tabs.getSelectedIndex()));
            }
        });
        add(
                new H1(getTranslation("ui.floors.overview")),
                keyFigures(vacancy, expiry, overdue),
                tabs);
    }

    /** Without asking all of it again. */
    private void address(String tab) {
        getUI().ifPresent(ui ->
                ui.getPage()
                        .getHistory()
                        .replaceState(
                                null,
                                new com.vaadin.flow.router.Location(
                                        FloorNavigation.OVERVIEW,
                                        QueryParameters.simple(Map.of("tab", tab)))));
    }

    private Component keyFigures(Vacancy vacancy, LeaseExpiry expiry, OverdueRentPage overdue) {
        var all = vacancy.overall();
        var free =
                expiry.months().stream()
                        .map(LeaseExpiry.Month::areaM2)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        var open =
                overdue.items().stream()
                        .map(OverdueRent::openYuan)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        var owed =
                new KeyFigure(
                        Shown.tenThousands(open) + (overdue.next() == null ? "" : "+"),
                        getTranslation("ui.floors.sum.overdue"));
        if (open.signum() > 0) {
            owed.addClassName("overdue");
        }
        var figures =
                new Div(
                        new KeyFigure(
                                FloorCells.percent(all.rate()),
                                getTranslation("ui.floors.vacancy")),
                        new KeyFigure(
                                Shown.figure(all.vacantM2()), getTranslation("ui.floors.vacant")),
                        new KeyFigure(
                                Shown.figure(all.leasedM2()), getTranslation("ui.floors.leased")),
                        new KeyFigure(
                                Shown.figure(all.lettableM2()),
                                getTranslation("ui.floors.lettable")),
                        new KeyFigure(Shown.figure(free), getTranslation("ui.floors.endingM2")),
                        owed);
        figures.addClassName("key-figures");
        return figures;
    }

    private Component vacancy(Vacancy vacancy) {
        if (vacancy.buildings().isEmpty()) {
            return new EmptyState(
                    Glyph.Of.BUILDING,
                    getTranslation("ui.floors.overview.none"),
                    FloorCells.link(
                            FloorNavigation.BUILDINGS, getTranslation("ui.floors.buildings")));
        }
        var table =
                new PlainTable(
                                getTranslation("ui.floors.overview.vacancy"),
                                List.of(
                                        getTranslation("ui.floors.building"),
                                        getTranslation("ui.floors.vacancy"),
                                        getTranslation("ui.floors.vacant"),
                                        getTranslation("ui.floors.leased"),
                                        getTranslation("ui.floors.lettable")))
                        .numbersFrom(2);
        vacancy.buildings().forEach(one -> line(table, one));
        var all = vacancy.overall();
        table.sum(
                getTranslation("ui.floors.sum", vacancy.buildings().size()),
                FloorCells.bar(all.rate()),
                Shown.figure(all.vacantM2()),
                Shown.figure(all.leasedM2()),
                Shown.figure(all.lettableM2()));
        var note = new Paragraph(getTranslation("ui.floors.overview.vacancy.detail"));
        note.addClassName("lead-quiet");
        return new Div(table, note);
    }

    private static void line(PlainTable table, VacantSpace one) {
        var name = Shown.text(one.number()) + " " + Shown.text(one.name());
        table.row(
                one.building() == null
                        ? new Span(name)
                        : FloorCells.link(FloorNavigation.building(one.building()), name),
                FloorCells.bar(one.rate()),
                Shown.figure(one.vacantM2()),
                Shown.figure(one.leasedM2()),
                Shown.figure(one.lettableM2()));
    }

    private Component ending(LeaseExpiry expiry) {
        var byMonth =
                expiry.months().stream()
                        .collect(Collectors.toMap(LeaseExpiry.Month::month, Function.identity()));
        var most =
                expiry.months().stream()
                        .map(LeaseExpiry.Month::areaM2)
                        .max(BigDecimal::compareTo)
                        .orElse(BigDecimal.ZERO)
                        .max(BigDecimal.ONE);
        var table =
                new PlainTable(
                                getTranslation("ui.floors.overview.ending"),
                                List.of(
                                        getTranslation("ui.floors.month"),
                                        getTranslation("ui.floors.ending.share"),
                                        getTranslation("ui.floors.ending.m2"),
                                        getTranslation("ui.floors.ending.leases"),
                                        getTranslation("ui.floors.ending.renewed")))
                        .numbersFrom(2);
        var first = YearMonth.from(doors.today());
        for (var month = first;
                !month.isAfter(first.plusMonths(MONTHS));
                month = month.plusMonths(1)) {
            month(table, month, byMonth.get(month), most);
        }
        table.sum(
                getTranslation("ui.floors.sum.all"),
                "",
                Shown.figure(
                        expiry.months().stream()
                                .map(LeaseExpiry.Month::areaM2)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)),
                expiry.months().stream().mapToInt(LeaseExpiry.Month::leases).sum(),
                expiry.months().stream().mapToInt(LeaseExpiry.Month::renewed).sum());
        return new Div(table, leases(expiry.leases()));
    }

    private static void month(
            PlainTable table, YearMonth month, LeaseExpiry.@Nullable Month sum, BigDecimal most) {
        if (sum == null) {
            table.row(month.toString(), "", Shown.NOTHING, 0, 0);
            return;
        }
        var bar = new Span();
        bar.addClassName("bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        bar.getStyle()
                .set(
                        "--share",
                        sum.areaM2()
                                        .multiply(BigDecimal.valueOf(100))
                                        .divide(most, 1, RoundingMode.HALF_UP)
                                + "%");
        var cell = new Div(bar);
        cell.addClassName("share-cell");
        table.row(month.toString(), cell, Shown.figure(sum.areaM2()), sum.leases(), sum.renewed());
    }

    private Component leases(List<LeaseRow> leases) {
        if (leases.isEmpty()) {
            return new EmptyState(Glyph.Of.CHECK, getTranslation("ui.floors.ending.none.year"));
        }
        var table =
                new PlainTable(
                                getTranslation("ui.floors.overview.ending.leases"),
                                List.of(
                                        getTranslation("ui.floors.lastDay"),
                                        getTranslation("ui.floors.lease"),
                                        getTranslation("plots.floorColumn.tenant"),
                                        getTranslation("plots.floorColumn.units"),
                                        getTranslation("plots.floorColumn.state"),
                                        getTranslation("ui.floors.area.m2")))
                        .numbersFrom(5);
        leases.forEach(lease ->
                table.row(
                        Shown.date(lease.lastDay()),
                        FloorCells.link(FloorNavigation.lease(lease.id()), lease.number()),
                        lease.tenant(),
                        String.join("、", lease.units()),
                        lease.renewed()
                                ? FloorCells.chip(getTranslation("ui.floors.renewed"), "good")
                                : FloorCells.chip(
                                        getTranslation("ui.floors.notRenewed"), "waiting"),
                        Shown.figure(lease.areaM2())));
        var section =
                new Section(new H2(getTranslation("ui.floors.overview.ending.leases")), table);
        section.addClassName("lead-section");
        return section;
    }

    private Component overdue(OverdueRentPage page) {
        var rents = page.items();
        if (rents.isEmpty()) {
            return new EmptyState(Glyph.Of.CHECK, getTranslation("ui.floors.overdue.none"));
        }
        var table =
                new PlainTable(
                                getTranslation("ui.floors.overview.overdue"),
                                List.of(
                                        getTranslation("ui.floors.lease"),
                                        getTranslation("plots.floorColumn.tenant"),
                                        getTranslation("ui.floors.instalment"),
                                        getTranslation("ui.floors.due"),
                                        getTranslation("plots.floorColumn.state"),
                                        getTranslation("ui.floors.amount"),
                                        getTranslation("ui.floors.open")))
                        .numbersFrom(5);
        rents.forEach(rent ->
                table.row(
                        FloorCells.link(FloorNavigation.lease(rent.lease()), rent.number()),
                        rent.tenant(),
                        FloorCells.period(rent.fromDay(), rent.toDay()),
                        Shown.date(rent.dueOn()),
                        FloorCells.chip(
                                getTranslation("ui.floors.overdue.days", rent.days()), "bad"),
                        Shown.figure(rent.amountYuan()),
                        Shown.figure(rent.openYuan())));
        if (page.next() == null) {
            return table;
        }
        return new Div(
                table,
                new Button(
                        getTranslation("ui.floors.overdue.all"),
                        click ->
                                getUI().ifPresent(ui ->
                                        ui.navigate(
                                                LeaseListView.class,
                                                QueryParameters.simple(
                                                        Map.of(
                                                                "show",
                                                                LeaseQuestion.Show.OVERDUE
                                                                        .name()))))));
    }
}
