package org.kaiyuan.ui.floors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.function.SerializableSupplier;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.BuildingDetails;
import org.kaiyuan.plots.BuildingDetails.StackedUnit;
import org.kaiyuan.plots.BuildingId;
import org.kaiyuan.plots.LeaseDirectory;
import org.kaiyuan.plots.LeaseFilter;
import org.kaiyuan.plots.LeaseId;
import org.kaiyuan.plots.LeaseState;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.UnitId;
import org.kaiyuan.plots.UnitState;
import org.kaiyuan.plots.UnknownBuilding;
import org.kaiyuan.plots.UnknownUnit;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeyFigure;
import org.kaiyuan.ui.kit.Later;
import org.kaiyuan.ui.kit.PlainTable;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.plots.PlotNavigation;

/** One building: how much of it is let, and its floors with their units. */
@Route("buildings/:id")
@RolesAllowed(PlotPermissions.FLOORS_READ)
class BuildingView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final Set<UnitState> LETTABLE =
            Set.of(UnitState.LEASED, UnitState.VACANT, UnitState.RESERVED);

    TabSheet tabs = new TabSheet();
    @Nullable StackingPlan plan;
    final UnitLook look;
    private final transient FloorDoors doors;
    private transient @Nullable BuildingDetails building;
    private String title = "";

    BuildingView(FloorDoors doors) {
        this.doors = doors;
        look = new UnitLook(doors, this::reload, this::unmark);
        addClassNames("detail-page", "lead-page", "building-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getRouteParameters().get("id").orElse("");
        var unit = event.getLocation().getQueryParameters().getSingleParameter("unit");
        removeAll();
        look.hide();
        try {
            show(doors.buildings().details(new BuildingId(UUID.fromString(asked))), 0);
        } catch (UnknownBuilding | IllegalArgumentException unknown) {
            unknown();
            return;
        }
        unit.ifPresent(this::lookAtAddressed);
    }

    @Override
    public String getPageTitle() {
        return title + " · " + getTranslation("ui.product");
    }

    private void unknown() {
        title = getTranslation("ui.not-found.title");
        add(
                new EmptyState(
                        Glyph.Of.SEARCH,
                        getTranslation("plots.refusal.unknownBuilding"),
                        FloorCells.link(
                                FloorNavigation.BUILDINGS,
                                getTranslation("ui.floors.buildings.back"))));
    }

    /** As it is now, with the same tab and the same unit. */
    private void reload() {
        var shown = building;
        if (shown == null) {
            return;
        }
        var unit = look.unit();
        int tab = tabs.getSelectedIndex();
        removeAll();
        show(doors.buildings().details(shown.id()), tab);
        if (unit != null) {
            look(unit.id());
        }
    }

    private void show(BuildingDetails b, int tab) {
        building = b;
        var p = b.profile();
        title = p.name();
        var number = new Span(p.number());
        number.addClassName("lead-code");
        var top =
                new Div(
                        FloorCells.link(
                                FloorNavigation.BUILDINGS,
                                getTranslation("ui.floors.buildings.back")),
                        number);
        top.addClassName("lead-top");
        var chips = new Div();
        chips.addClassName("chips");
        if (b.plotNumber() != null && p.plot() != null) {
            var plot = FloorCells.link(PlotNavigation.plot(p.plot()), b.plotNumber());
            chips.add(new Span(getTranslation("ui.floors.onPlot")), plot);
        }
        if (p.holderName() != null) {
            chips.add(FloorCells.chip(p.holderName(), "past"));
        }
        add(top, new H1(p.name()), chips, actions(b), keyFigures(b), tabs(b, tab));
    }

    private Component actions(BuildingDetails b) {
        var actions = new Div();
        actions.addClassName("actions");
        if (!doors.writes()) {
            return actions;
        }
        var acts = new BuildingActs(doors, b, this::reload);
        var unit =
                new Button(
                        getTranslation("ui.floors.units.add"),
                        new Glyph(Glyph.Of.PLUS),
                        click -> UnitDialog.open(doors, b, null, null, this::reload));
        unit.setEnabled(!b.floors().isEmpty());
        var floor =
                new Button(
                        getTranslation("ui.floors.floors.add"),
                        new Glyph(Glyph.Of.LAYERS),
                        click -> acts.addFloor());
        if (b.floors().isEmpty()) {
            floor.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        } else {
            unit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        var edit =
                new Button(
                        getTranslation("ui.floors.edit"),
                        new Glyph(Glyph.Of.EDIT),
                        click ->
                                getUI().ifPresent(ui -> ui.navigate(FloorNavigation.form(b.id()))));
        var remove =
                new Button(
                        getTranslation("ui.floors.remove"),
                        new Glyph(Glyph.Of.TRASH),
                        click ->
                                acts.remove(() ->
                                        getUI().ifPresent(ui ->
                                                ui.navigate(BuildingListView.class))));
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        actions.add(unit, floor, edit, remove);
        return actions;
    }

    private Component keyFigures(BuildingDetails b) {
        var units = units(b);
        var lettable = sum(units.stream().filter(u -> LETTABLE.contains(u.state())).toList());
        var let = units.stream().filter(u -> u.state() == UnitState.LEASED).toList();
        var leased = sum(let);
        var next =
                let.stream()
                        .filter(u -> u.leasedUntil() != null)
                        .min(Comparator.comparing(StackedUnit::leasedUntil))
                        .orElse(null);
        var figures =
                new Div(
                        new KeyFigure(
                                Shown.figure(b.profile().builtM2()),
                                getTranslation("ui.floors.built")),
                        new KeyFigure(Shown.figure(lettable), getTranslation("ui.floors.lettable")),
                        new KeyFigure(Shown.figure(leased), getTranslation("ui.floors.leased")),
                        new KeyFigure(
                                FloorCells.percent(FloorCells.vacancy(lettable, leased)),
                                getTranslation("ui.floors.vacancy")),
                        new KeyFigure(
                                Shown.tenThousands(rent(b, let)),
                                getTranslation("ui.floors.rent.yearly")),
                        new KeyFigure(
                                next == null ? Shown.NOTHING : Shown.date(next.leasedUntil()),
                                next == null
                                        ? getTranslation("ui.floors.next")
                                        : getTranslation("ui.floors.next.unit", next.number())));
        figures.addClassName("key-figures");
        return figures;
    }

    /** Yuan a year at the rents that the running leases began with. */
    private BigDecimal rent(BuildingDetails b, List<StackedUnit> let) {
        if (let.isEmpty()) {
            return BigDecimal.ZERO;
        }
        var running = new LeaseFilter(null, Set.of(LeaseState.RUNNING), b.id(), null, null, null);
        var rents = new HashMap<LeaseId, BigDecimal>();
        doors.leases()
                .find(running, null, LeaseDirectory.MOST)
                .items()
                .forEach(lease -> rents.put(lease.id(), lease.rentYuanM2()));
        return let.stream()
                .filter(unit -> unit.lease() != null)
                .map(unit ->
                        FloorCells.yearly(
                                unit.areaM2(), rents.getOrDefault(unit.lease(), BigDecimal.ZERO)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Component tabs(BuildingDetails b, int tab) {
        tabs = new TabSheet();
        tabs.setWidthFull();
        tabs.add(getTranslation("ui.floors.tab.plan"), plan(b));
        tab("units", () -> table(b));
        tab("facts", () -> facts(b));
        tab(
                "history",
                () ->
                        new HistoryLines(
                                new FloorWords(doors.messages(), getLocale()),
                                before ->
                                        doors.buildings()
                                                .history(b.id(), before, HistoryLines.PAGE)));
        tabs.setSelectedIndex(Math.max(tab, 0));
        return tabs;
    }

    private void tab(String key, SerializableSupplier<Component> content) {
        tabs.add(getTranslation("ui.floors.tab." + key), new Later(content));
    }

    private Component plan(BuildingDetails b) {
        if (b.floors().isEmpty()) {
            plan = null;
            return new EmptyState(Glyph.Of.LAYERS, getTranslation("ui.floors.floors.none"));
        }
        plan =
                new StackingPlan(
                        doors,
                        b.floors(),
                        this::look,
                        doors.writes()
                                ? level -> UnitDialog.open(doors, b, null, level, this::reload)
                                : null);
        var split = new Div(plan, look);
        split.addClassName("stack-split");
        return split;
    }

    void look(UnitId id) {
        var shown = building;
        if (shown == null || plan == null) {
            return;
        }
        try {
            look.show(shown, doors.units().details(id));
            plan.mark(id);
        } catch (UnknownUnit gone) {
            look.hide();
        }
    }

    private void lookAtAddressed(String unit) {
        try {
            look(new UnitId(UUID.fromString(unit)));
        } catch (IllegalArgumentException none) {
            look.hide();
        }
    }

    /** Whoever goes on by keyboard is where they were. */
    private void unmark() {
        var of = look.unit();
        if (plan != null && of != null) {
            plan.mark(null);
            var box = plan.box(of.id());
            if (box != null) {
                box.focus();
            }
        }
    }

    private Component table(BuildingDetails b) {
        var units = units(b);
        if (units.isEmpty()) {
            return new EmptyState(Glyph.Of.BUILDING, getTranslation("ui.floors.units.none"));
        }
        var table =
                new PlainTable(
                        getTranslation("ui.floors.tab.units"),
                        List.of(
                                getTranslation("ui.floors.unit"),
                                getTranslation("ui.floors.level.name"),
                                getTranslation("plots.floorColumn.use"),
                                getTranslation("plots.floorColumn.state"),
                                getTranslation("plots.floorColumn.tenant"),
                                getTranslation("ui.floors.term"),
                                getTranslation("ui.floors.unit.area")));
        table.numbersFrom(6);
        for (var floor : b.floors()) {
            for (var unit : floor.units()) {
                var open = new Button(unit.number(), click -> lookFromTable(unit.id()));
                open.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
                table.row(
                        open,
                        FloorCells.level(floor.level()),
                        doors.messages().of(getLocale(), unit.use()),
                        FloorCells.state(doors.messages(), getLocale(), unit.state()),
                        unit.tenant() != null && unit.lease() != null
                                ? FloorCells.link(
                                        FloorNavigation.lease(unit.lease()), unit.tenant())
                                : Shown.NOTHING,
                        unit.leasedFrom() == null || unit.leasedUntil() == null
                                ? Shown.NOTHING
                                : FloorCells.period(unit.leasedFrom(), unit.leasedUntil()),
                        Shown.figure(unit.areaM2()));
            }
        }
        table.sum(
                getTranslation("ui.floors.sum", units.size()),
                "",
                "",
                "",
                "",
                "",
                Shown.figure(sum(units)));
        return table;
    }

    private void lookFromTable(UnitId id) {
        tabs.setSelectedIndex(0);
        look(id);
    }

    private Component facts(BuildingDetails b) {
        var p = b.profile();
        var name = p.holderName();
        Object holder =
                name != null && p.holderId() != null && doors.seesEnterprises()
                        ? FloorCells.link("enterprises/" + p.holderId(), name)
                        : name;
        return FloorCells.facts(
                fact("ui.floors.building.number", p.number()),
                fact("ui.floors.building.name", p.name()),
                fact("ui.floors.built", Shown.figure(p.builtM2())),
                fact("plots.floorColumn.completedOn", Shown.date(p.completedOn())),
                fact("plots.floorColumn.floorsAbove", p.floorsAbove()),
                fact("plots.floorColumn.floorsBelow", p.floorsBelow()),
                fact("ui.floors.holder", holder),
                fact(
                        "ui.floors.point",
                        p.longitude() == null ? null : p.longitude() + ", " + p.latitude()),
                fact("plots.floorColumn.note", p.note()));
    }

    private @Nullable Div fact(String key, @Nullable Object value) {
        return FloorCells.fact(getTranslation(key), value);
    }

    private static List<StackedUnit> units(BuildingDetails b) {
        return b.floors().stream().flatMap(floor -> floor.units().stream()).toList();
    }

    private static BigDecimal sum(List<StackedUnit> units) {
        return units.stream().map(StackedUnit::areaM2).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
