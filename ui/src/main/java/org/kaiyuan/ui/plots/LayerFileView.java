package org.kaiyuan.ui.plots;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.BroughtLayer;
import org.kaiyuan.plots.LayerKind;
import org.kaiyuan.plots.LayerUploads;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.UnknownUpload;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.GroundMap;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** What a file would bring to a layer, on a map; taken in whole, or not at all. */
@Route("plots/layers/files/:id")
@RolesAllowed(PlotPermissions.LAYERS)
class LayerFileView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final String SHAPE = "shape";

    final Select<LayerKind> kind = new Select<>();
    final RadioButtonGroup<Boolean> instead = new RadioButtonGroup<>();
    final ZoneChoice zone = new ZoneChoice();
    final FileFindings findings = new FileFindings();
    final Button take = new Button();
    final FileGround ground;

    private final transient LayerUploads uploads;
    private final transient PlotDoors doors;
    private @Nullable UUID id;

    /** Whether the file can come in but for what is asked here. */
    private boolean good;

    private boolean certain;
    private String title = "";

    LayerFileView(LayerUploads uploads, PlotDoors doors) {
        this.uploads = uploads;
        this.doors = doors;
        ground = new FileGround(doors);
        addClassNames("detail-page", "import-page", "plot-import");
        kind.setLabel(getTranslation("ui.plots.layers.kind"));
        kind.setItems(LayerKind.values());
        kind.setItemLabelGenerator(one -> doors.messages().of(getLocale(), one));
        kind.addValueChangeListener(change -> ready());
        instead.setItems(true, false);
        instead.setLabel(getTranslation("ui.plots.layers.how"));
        instead.setItemLabelGenerator(one -> getTranslation("ui.plots.layers.instead." + one));
        instead.setValue(true);
        zone.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                look();
            }
        });
        findings.agreed.addValueChangeListener(change -> ready());
        take.setText(getTranslation("ui.plots.layers.take"));
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
                            new Anchor("plots/layers", getTranslation("ui.plots.layers"))));
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
        show(waiting.name(), waiting.layer());
    }

    private void show(String name, BroughtLayer layer) {
        good = layer.isGood();
        certain = layer.isCertain();
        findings.show(name, layer.faults(), layer.notes());
        take.setVisible(good);
        ready();
        var format = layer.format();
        var bar = new Div(kind, instead, zone, take);
        bar.addClassName("import-bar");
        removeAll();
        add(
                new Anchor("plots/layers", getTranslation("ui.plots.layers")),
                new H1(name),
                new Paragraph(
                        layer.pieces().isEmpty()
                                ? getTranslation("ui.plots.layers.nothing")
                                : getTranslation(
                                        "ui.plots.layers.found",
                                        format == null
                                                ? Shown.NOTHING
                                                : doors.messages().of(getLocale(), format),
                                        layer.pieces().size(),
                                        Shown.mu(
                                                layer.pieces().stream()
                                                        .map(BroughtLayer.Piece::areaM2)
                                                        .reduce(
                                                                BigDecimal.ZERO,
                                                                BigDecimal::add)))),
                bar,
                findings);
        if (!layer.pieces().isEmpty()) {
            var kinds =
                    List.of(
                            new GroundMap.Kind(
                                    SHAPE,
                                    getTranslation("ui.plots.layers.shape"),
                                    "var(--ky-accent)"));
            ground.show(
                    kinds,
                    layer.pieces().stream()
                            .map(one -> new FileGround.Piece(SHAPE, one.name(), "", one.shape()))
                            .toList());
            add(ground);
        }
    }

    private void ready() {
        take.setEnabled(
                good
                        && !kind.isEmpty()
                        && (certain || Boolean.TRUE.equals(findings.agreed.getValue())));
    }

    private void bring() {
        var asked = id;
        if (asked == null) {
            return;
        }
        try {
            var brought =
                    uploads.bring(
                            asked,
                            kind.getValue(),
                            zone.options(),
                            instead.getValue(),
                            findings.agreed.getValue());
            Tell.done(
                    getTranslation(
                            "ui.plots.layers.brought",
                            doors.messages().of(getLocale(), kind.getValue()),
                            brought.pieces().size()));
            getUI().ifPresent(ui -> ui.navigate(PlotLayersView.class));
        } finally {
            ready();
        }
    }
}
