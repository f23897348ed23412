package org.kaiyuan.ui.plots;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.Box;
import org.kaiyuan.plots.BroughtFile;
import org.kaiyuan.plots.BroughtPlot;
import org.kaiyuan.plots.FileNote;
import org.kaiyuan.plots.LandUses;
import org.kaiyuan.plots.PlotFilter;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.PlotUploads;
import org.kaiyuan.plots.UnknownUpload;
import org.kaiyuan.plots.ground.Crs;
import org.kaiyuan.plots.ground.Ground;
import org.kaiyuan.plots.ground.ReadingOptions;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.GroundMap;
import org.kaiyuan.ui.kit.PlainTable;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;
import org.locationtech.jts.geom.Envelope;

/** What a file of plots would bring, on a map and in a table; taken in whole, or not at all. */
@Route("plots/imports/:id")
@RolesAllowed(PlotPermissions.IMPORT)
class PlotImportFileView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    /** Beyond these, a table is no longer read; the map shows all. */
    private static final int LISTED = 200;

    private static final String GOOD = "good";
    private static final String NOTED = "noted";
    private static final String FAULTY = "faulty";
    private static final String THERE = "there";

    final Select<Integer> zone = new Select<>();
    final Checkbox agreed = new Checkbox();
    final Button take = new Button();
    final Div found = new Div();
    final GroundMap map;

    private final transient PlotUploads uploads;
    private final transient PlotDoors doors;
    private @Nullable UUID id;
    private String title = "";

    PlotImportFileView(PlotUploads uploads, PlotDoors doors) {
        this.uploads = uploads;
        this.doors = doors;
        map =
                new GroundMap(
                        getTranslation("ui.plots.import.map"),
                        EnumSet.of(GroundMap.Tool.MEASURE),
                        doors.settings().base());
        map.addViewListener(event -> whatIsThere(event.box(), event.metresPerPixel()));
        addClassNames("detail-page", "import-page", "plot-import");
        zone.setItems(IntStream.rangeClosed(Crs.FIRST_ZONE, Crs.LAST_ZONE).boxed().toList());
        zone.setLabel(getTranslation("ui.plots.import.zone"));
        zone.setHelperText(getTranslation("ui.plots.import.zone.detail"));
        zone.setEmptySelectionAllowed(true);
        zone.setEmptySelectionCaption(getTranslation("ui.plots.import.zone.file"));
        zone.setItemLabelGenerator(one ->
                one == null
                        ? getTranslation("ui.plots.import.zone.file")
                        : getTranslation("ui.plots.import.zone.of", one, one * 3));
        zone.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                look();
            }
        });
        agreed.setLabel(getTranslation("ui.plots.import.agreed"));
        agreed.addValueChangeListener(change -> take.setEnabled(change.getValue()));
        take.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        take.setDisableOnClick(true);
        take.addClickListener(click -> bring());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            id = UUID.fromString(event.getRouteParameters().get("id").orElse(""));
            look();
        } catch (UnknownUpload | IllegalArgumentException unknown) {
            title = getTranslation("ui.not-found.title");
            removeAll();
            add(
                    new EmptyState(
                            Glyph.Of.FILE,
                            getTranslation("plots.refusal.unknownUpload"),
                            new Anchor("plots/import", getTranslation("ui.plots.import"))));
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · " + getTranslation("ui.product");
    }

    private ReadingOptions options() {
        var chosen = zone.getValue();
        return chosen == null ? ReadingOptions.NONE : ReadingOptions.zone(chosen);
    }

    private void look() {
        var asked = id;
        if (asked == null) {
            return;
        }
        var waiting = uploads.look(asked, options());
        title = waiting.name();
        removeAll();
        var file = waiting.file();
        var format = file.format();
        add(
                new Anchor("plots/import", getTranslation("ui.plots.import.other")),
                new H1(waiting.name()),
                new Paragraph(
                        getTranslation(
                                "ui.plots.import.found",
                                format == null
                                        ? Shown.NOTHING
                                        : doors.messages().of(getLocale(), format),
                                file.plots().size(),
                                Shown.mu(
                                        file.plots().stream()
                                                .map(BroughtPlot::computedM2)
                                                .reduce(BigDecimal.ZERO, BigDecimal::add)))));
        show(file);
    }

    private void show(BroughtFile file) {
        found.removeAll();
        agreed.setValue(false);
        if (!file.isGood()) {
            var refused = new Div(new H2(getTranslation("ui.plots.import.faults")));
            refused.addClassNames("import-faults");
            refused.getElement().setAttribute("role", "alert");
            refused.add(
                    sentences(
                            java.util.stream.Stream.concat(
                                            file.faults().stream(),
                                            file.plots().stream()
                                                    .flatMap(plot -> plot.faults().stream()))
                                    .toList()));
            found.add(refused);
        }
        if (!file.isCertain()) {
            var noted = new Div(new H2(getTranslation("ui.plots.import.notes")));
            noted.addClassName("import-notes");
            noted.add(
                    sentences(
                            file.plots().stream().flatMap(plot -> plot.notes().stream()).toList()));
            if (file.isGood()) {
                noted.add(agreed);
            }
            found.add(noted);
        }
        take.setText(getTranslation("ui.plots.import.take", file.plots().size()));
        take.setEnabled(file.isCertain());
        take.setVisible(file.isGood() && !file.plots().isEmpty());
        var bar = new Div(zone, take);
        bar.addClassName("import-bar");
        add(bar, found);
        if (!file.plots().isEmpty()) {
            draw(file.plots());
            add(map, new H2(getTranslation("ui.plots.import.list")), table(file.plots()));
        }
    }

    private Component sentences(List<FileNote> notes) {
        var list = new UnorderedList();
        notes.stream()
                .limit(LISTED)
                .forEach(note ->
                        list.add(
                                new ListItem(
                                        getTranslation(note.key(), note.arguments().toArray()))));
        if (notes.size() > LISTED) {
            list.add(new ListItem(getTranslation("ui.plots.import.more", notes.size() - LISTED)));
        }
        return list;
    }

    private void draw(List<BroughtPlot> plots) {
        var whole = new Envelope();
        plots.forEach(plot -> whole.expandToInclude(Ground.boundingBox(plot.shape())));
        map.explain(
                List.of(
                        kind(GOOD, "var(--ky-accent)"),
                        kind(NOTED, "var(--ky-warn)"),
                        kind(FAULTY, "var(--ky-bad)")),
                List.of(
                        new GroundMap.Kind(
                                THERE,
                                getTranslation("ui.plots.import.there"),
                                "var(--ky-quiet)",
                                true,
                                true)),
                whole);
        map.show(IntStream.range(0, plots.size()).mapToObj(nth -> piece(nth, plots.get(nth))));
        map.flyTo(whole);
    }

    /** The plots of the register that lie around. */
    private void whatIsThere(Envelope view, double metresPerPixel) {
        var box = new Box(view.getMinX(), view.getMinY(), view.getMaxX(), view.getMaxY());
        var around = new PlotFilter(null, Set.of(), null, null, null, null, box);
        map.showGround(
                doors.map().plots(around, metresPerPixel).stream()
                        .map(plot ->
                                new GroundMap.Piece(
                                        "", THERE, plot.number(), "", false, plot.shape())));
    }

    private static GroundMap.Piece piece(int nth, BroughtPlot plot) {
        return new GroundMap.Piece(
                Integer.toString(nth),
                kind(plot),
                plot.number(),
                plot.name(),
                false,
                Ground.lonLat(plot.shape()));
    }

    private GroundMap.Kind kind(String key, String colour) {
        return new GroundMap.Kind(key, getTranslation("ui.plots.import." + key), colour);
    }

    private static String kind(BroughtPlot plot) {
        return !plot.faults().isEmpty() ? FAULTY : plot.notes().isEmpty() ? GOOD : NOTED;
    }

    private Component table(List<BroughtPlot> plots) {
        var table =
                new PlainTable(
                                getTranslation("ui.plots.import.list"),
                                List.of(
                                        getTranslation("plots.column.number"),
                                        getTranslation("plots.column.name"),
                                        getTranslation("plots.column.useCode"),
                                        getTranslation("ui.plots.import.state"),
                                        getTranslation("ui.plots.declared"),
                                        getTranslation("ui.plots.area")))
                        .numbersFrom(4);
        plots.stream()
                .limit(LISTED)
                .forEach(plot -> {
                    var kind = kind(plot);
                    var state = new Span(getTranslation("ui.plots.import." + kind));
                    state.addClassNames(
                            "chip",
                            kind.equals(FAULTY) ? "bad" : kind.equals(NOTED) ? "waiting" : "tag");
                    table.row(
                            plot.number(),
                            plot.name(),
                            LandUses.shown(plot.useCode()),
                            state,
                            Shown.mu(plot.declaredM2()),
                            Shown.mu(plot.computedM2()));
                });
        return table;
    }

    private void bring() {
        var asked = id;
        if (asked == null) {
            return;
        }
        try {
            var brought = uploads.bring(asked, options(), agreed.getValue());
            if (!brought.taken()) {
                look(); // somebody else was quicker with a number or with the ground
                return;
            }
            Tell.done(getTranslation("ui.plots.import.taken", brought.plots().size()));
            getUI().ifPresent(ui -> {
                if (brought.plots().size() == 1) {
                    var only = brought.plots().getFirst().id();
                    ui.navigate(PlotNavigation.plot(java.util.Objects.requireNonNull(only)));
                } else {
                    ui.navigate(PlotListView.class);
                }
            });
        } finally {
            take.setEnabled(agreed.getValue() || !agreed.isAttached());
        }
    }
}
