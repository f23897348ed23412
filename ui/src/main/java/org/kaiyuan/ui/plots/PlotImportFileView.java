package org.kaiyuan.ui.plots;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.BroughtFile;
import org.kaiyuan.plots.BroughtPlot;
import org.kaiyuan.plots.LandUses;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.PlotUploads;
import org.kaiyuan.plots.UnknownUpload;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.GroundMap;
import org.kaiyuan.ui.kit.PlainTable;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** What a file of plots would bring, on a map and in a table; taken in whole, or not at all. */
@Route("plots/imports/:id")
@RolesAllowed(PlotPermissions.IMPORT)
class PlotImportFileView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final String GOOD = "good";
    private static final String NOTED = "noted";
    private static final String FAULTY = "faulty";

    final ZoneChoice zone = new ZoneChoice();
    final FileFindings findings = new FileFindings();
    final Button take = new Button();
    final FileGround ground;

    private final transient PlotUploads uploads;
    private final transient PlotDoors doors;
    private @Nullable UUID id;
    private String title = "";

    PlotImportFileView(PlotUploads uploads, PlotDoors doors) {
        this.uploads = uploads;
        this.doors = doors;
        ground = new FileGround(doors);
        addClassNames("detail-page", "import-page", "plot-import");
        zone.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                look();
            }
        });
        findings.agreed.addValueChangeListener(change -> take.setEnabled(change.getValue()));
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

    private void look() {
        var asked = id;
        if (asked == null) {
            return;
        }
        var waiting = uploads.look(asked, zone.options());
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
        show(waiting.name(), file);
    }

    private void show(String name, BroughtFile file) {
        findings.show(
                name,
                Stream.concat(
                                file.faults().stream(),
                                file.plots().stream().flatMap(plot -> plot.faults().stream()))
                        .toList(),
                file.plots().stream().flatMap(plot -> plot.notes().stream()).toList());
        take.setText(getTranslation("ui.plots.import.take", file.plots().size()));
        take.setEnabled(file.isCertain());
        take.setVisible(file.isGood() && !file.plots().isEmpty());
        var bar = new Div(zone, take);
        bar.addClassName("import-bar");
        add(bar, findings);
        if (!file.plots().isEmpty()) {
            draw(file.plots());
            add(ground, new H2(getTranslation("ui.plots.import.list")), table(file.plots()));
        }
    }

    private void draw(List<BroughtPlot> plots) {
        ground.show(
                List.of(
                        kind(GOOD, "var(--ky-accent)"),
                        kind(NOTED, "var(--ky-warn)"),
                        kind(FAULTY, "var(--ky-bad)")),
                plots.stream()
                        .map(plot ->
                                new FileGround.Piece(
                                        kind(plot), plot.number(), plot.name(), plot.shape()))
                        .toList());
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
                .limit(FileFindings.LISTED)
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
            var brought = uploads.bring(asked, zone.options(), findings.agreed.getValue());
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
            take.setEnabled(findings.agreed.getValue() || !findings.agreed.isAttached());
        }
    }
}
