package org.kaiyuan.ui.plots;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
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
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.plots.LandUses;
import org.kaiyuan.plots.PlotDetails;
import org.kaiyuan.plots.PlotId;
import org.kaiyuan.plots.PlotNotThen;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.PlotQuestion;
import org.kaiyuan.plots.PlotRecords;
import org.kaiyuan.plots.PlotState;
import org.kaiyuan.plots.UnknownPlot;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.GroundMap;
import org.kaiyuan.ui.kit.KeyFigure;
import org.kaiyuan.ui.kit.Later;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.timeline.RecordPanels;

/** One plot: where it lies, where it stands, and everything that is known of it. */
@Route("plots/:id")
@RolesAllowed(PlotPermissions.READ)
class PlotView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    TabSheet tabs = new TabSheet();
    @Nullable PlotMapPane ground;
    private final transient PlotDoors doors;
    private final transient RecordPanels panels;
    private final transient List<PlotTab> kept;

    /** In their order; what an address may ask for by {@code ?tab=}. */
    private final List<String> keys = new ArrayList<>();

    private String title = "";

    /** The day of which it is told; null for now. */
    private @Nullable LocalDate asOf;

    PlotView(PlotDoors doors, RecordPanels panels, List<PlotTab> kept) {
        this.doors = doors;
        this.panels = panels;
        this.kept = kept;
        addClassNames("detail-page", "lead-page", "plot-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getRouteParameters().get("id").orElse("");
        removeAll();
        try {
            var query = event.getLocation().getQueryParameters();
            var id = new PlotId(UUID.fromString(asked));
            asOf = day(query.getSingleParameter("asOf").orElse(""));
            show(
                    asOf == null
                            ? doors.directory().details(id)
                            : doors.directory().details(id, asOf),
                    query.getSingleParameter("tab").orElse(""));
        } catch (UnknownPlot | IllegalArgumentException unknown) {
            unknown(getTranslation("plots.refusal.unknown"));
        } catch (PlotNotThen notThen) {
            unknown(doors.messages().text(getLocale(), notThen));
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · " + getTranslation("ui.product");
    }

    /** What is no day asks for now. */
    private static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    private void unknown(String sentence) {
        title = getTranslation("ui.not-found.title");
        add(
                new EmptyState(
                        Glyph.Of.SEARCH,
                        sentence,
                        new Anchor(PlotNavigation.LIST, getTranslation("ui.plots.back"))));
    }

    /** As it is now. */
    private void reload(PlotId id) {
        var tab = keys.get(tabs.getSelectedIndex());
        var now = doors.directory().details(id);
        removeAll();
        show(now, tab);
    }

    private void show(PlotDetails plot, String tab) {
        var p = plot.profile();
        title = p.number();
        var name = new Span(p.name());
        name.addClassName("lead-code");
        var top = new Div(new Anchor(PlotNavigation.LIST, getTranslation("ui.plots.back")), name);
        top.addClassName("lead-top");
        var chips = new Div(PlotCells.state(doors.messages(), getLocale(), plot.state()));
        chips.addClassName("chips");
        chips.add(PlotCells.chip(LandUses.shown(p.useCode()), "tag"));
        if (plot.endedOn() != null) {
            chips.add(PlotCells.chip(getTranslation("ui.plots.over", plot.endedOn()), "bad"));
        }
        add(top, new H1(p.number()), chips);
        if (asOf != null) {
            var told = new Div(getTranslation("ui.plots.asOf.one", asOf));
            told.add(
                    new Anchor(
                            PlotNavigation.plot(plot.id()), getTranslation("ui.plots.asOf.now")));
            told.addClassName("lead-note");
            add(told, keyFigures(plot), then(plot));
        } else {
            add(actions(plot), keyFigures(plot), beside(plot, tab));
        }
    }

    private Component actions(PlotDetails plot) {
        var actions = new Div();
        actions.addClassName("actions");
        if (plot.endedOn() != null) {
            return actions;
        }
        if (doors.person().may(PlotPermissions.SUPPLY)) {
            Arrays.stream(PlotState.values())
                    .filter(to -> plot.state().mayBecome(to))
                    .forEach(to -> actions.add(move(plot, to)));
        }
        if (doors.person().may(PlotPermissions.RESERVE)
                && doors.person().may(LeadPermissions.READ)
                && plot.state().isOpen()) {
            actions.add(
                    new Button(
                            getTranslation("ui.plots.reserve"),
                            new Glyph(Glyph.Of.BOOKMARK),
                            click ->
                                    ReserveDialog.of(doors, plot.id(), () -> reload(plot.id()))
                                            .open()));
        }
        if (doors.person().may(PlotPermissions.WRITE)) {
            actions.add(
                    new Button(
                            getTranslation("ui.plots.edit"),
                            new Glyph(Glyph.Of.EDIT),
                            click ->
                                    getUI().ifPresent(ui ->
                                            ui.navigate(PlotNavigation.form(plot.id())))));
        }
        if (doors.person().may(PlotPermissions.WRITE)) {
            actions.add(
                    new Button(
                            getTranslation("ui.plots.border"),
                            new Glyph(Glyph.Of.MERGE),
                            click ->
                                    getUI().ifPresent(ui ->
                                            ui.navigate(
                                                    PlotNavigation.plot(plot.id()) + "/border"))));
        }
        return actions;
    }

    /** The step that comes next by the order of a plot's life stands out. */
    private Button move(PlotDetails plot, PlotState to) {
        var button =
                new Button(
                        getTranslation("ui.plots.moveTo", doors.messages().of(getLocale(), to)),
                        click ->
                                new PlotMoveDialog(
                                                doors,
                                                plot,
                                                to,
                                                ground == null ? null : ground.map,
                                                () -> reload(plot.id()))
                                        .open());
        if (to.ordinal() > plot.state().ordinal() && to != PlotState.RECOVERED) {
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        return button;
    }

    private Component keyFigures(PlotDetails plot) {
        var p = plot.profile();
        var figures =
                new Div(
                        figure(Shown.mu(plot.computedM2()), "ui.plots.area"),
                        figure(
                                Shown.text(PlotFacts.between(p.leastRatio(), p.mostRatio())),
                                "ui.plots.ratio"),
                        figure(
                                Shown.figure(PlotFacts.tenThousandsPerMu(p.investmentYuanM2())),
                                "ui.plots.investment"),
                        figure(
                                Shown.figure(PlotFacts.tenThousandsPerMu(p.priceYuanM2())),
                                "ui.plots.price"),
                        figure(Shown.date(plot.stateSince()), "ui.plots.since"),
                        figure(Shown.text(p.holderName()), "plots.column.holder"));
        figures.addClassName("key-figures");
        return figures;
    }

    private Div figure(String figure, String key) {
        return new KeyFigure(figure, getTranslation(key));
    }

    /** What is known of a day is read, not changed. */
    private Component then(PlotDetails plot) {
        var main = new Div(ground(plot), new PlotFacts(doors, plot));
        main.addClassName("plot-main");
        return main;
    }

    /** Where it lies, among those that were beside it. */
    private PlotMapPane ground(PlotDetails plot) {
        var pane =
                new PlotMapPane(
                        doors,
                        EnumSet.of(GroundMap.Tool.MEASURE, GroundMap.Tool.PRINT),
                        colours -> {});
        pane.addClassName("small");
        pane.colours.setVisible(false);
        var day = asOf != null || plot.endedOn() == null ? asOf : plot.endedOn().minusDays(1);
        if (day != null) {
            pane.ask(PlotQuestion.ALL.asOf(day));
        }
        pane.map.addPickListener(event -> {
            var picked = PlotMapPane.id(event.id());
            if (picked != null && !picked.equals(plot.id())) {
                PlotNavigation.toPlot(picked);
            }
        });
        pane.look(plot);
        ground = pane;
        return pane;
    }

    private Component beside(PlotDetails plot, String tab) {
        var record = PlotRecords.of(plot.id());
        var timeline = panels.timeline(record, new PlotWords(doors.messages(), getLocale()));
        var pane = ground(plot);
        tabs = new TabSheet();
        tabs.setWidthFull();
        keys.clear();
        tab("facts", () -> new PlotFacts(doors, plot));
        kept.forEach(
                one -> tab(one.key(), one.titleKey(), () -> one.of(plot, () -> reload(plot.id()))));
        tab("reservations", () -> new ReservationPanel(doors, plot.id(), () -> reload(plot.id())));
        tab("papers", () -> new PapersPanel(doors, plot, () -> reload(plot.id())));
        tab("lineage", () -> new LineagePanel(doors, plot.id()));
        tab(
                "files",
                () -> {
                    var files = panels.files(record);
                    files.onChange(timeline::refresh);
                    return files;
                });
        tabs.setSelectedIndex(Math.max(0, keys.indexOf(tab)));
        var main = new Div(pane, tabs);
        main.addClassName("plot-main");
        var beside = new Div(main, timeline);
        beside.addClassName("beside");
        return beside;
    }

    private void tab(String key, SerializableSupplier<Component> content) {
        tab(key, "ui.plots.tab." + key, content);
    }

    private void tab(String key, String titleKey, SerializableSupplier<Component> content) {
        keys.add(key);
        tabs.add(getTranslation(titleKey), new Later(content));
    }
}
