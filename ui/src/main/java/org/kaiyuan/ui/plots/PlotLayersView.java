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
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kaiyuan.plots.LayerKeeping.LayerLine;
import org.kaiyuan.plots.LayerUploads;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.ground.GroundLimits;
import org.kaiyuan.ui.kit.Behind;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.GroundMap;
import org.kaiyuan.ui.kit.PlainTable;
import org.kaiyuan.ui.kit.Removal;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.TableUpload;

/** The layers that the gates ask: which there are, bringing them, taking them along and away. */
@Route("plots/layers")
@RolesAllowed(PlotPermissions.LAYERS)
class PlotLayersView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    final Div list = new Div();
    final TableUpload<UUID> upload;
    private final transient PlotDoors doors;

    PlotLayersView(PlotDoors doors, LayerUploads uploads) {
        this.doors = doors;
        addClassNames("detail-page", "import-page", "layers-page");
        upload =
                new TableUpload<>(
                        uploads::keep,
                        GroundLimits.FILE_BYTES,
                        PlotImportView.EXTENSIONS,
                        doors.messages(),
                        id -> getUI().ifPresent(ui -> ui.navigate("plots/layers/files/" + id)));
        add(
                new Anchor(PlotNavigation.LIST, getTranslation("ui.plots.back")),
                new H1(getTranslation("ui.plots.layers")),
                new Paragraph(getTranslation("ui.plots.layers.detail")),
                list,
                new H2(getTranslation("ui.plots.layers.bring")),
                new Paragraph(getTranslation("ui.plots.layers.bring.detail")),
                upload);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.plots.layers") + " · " + getTranslation("ui.product");
    }

    private void show() {
        list.removeAll();
        var lines = doors.layers().layers();
        if (lines.isEmpty()) {
            list.add(new EmptyState(Glyph.Of.LAYERS, getTranslation("ui.plots.layers.none")));
            return;
        }
        var table =
                new PlainTable(
                        getTranslation("ui.plots.layers"),
                        List.of(
                                getTranslation("ui.plots.layers.kind"),
                                getTranslation("ui.plots.layers.at"),
                                getTranslation("ui.plots.layers.shapes"),
                                getTranslation("ui.plots.area"),
                                ""));
        lines.forEach(line ->
                table.row(
                        doors.messages().of(getLocale(), line.kind()),
                        Shown.moment(line.broughtAt()),
                        Shown.figure(line.shapes()),
                        Shown.mu(BigDecimal.valueOf(line.areaM2())),
                        acts(line)));
        var pane = new PlotMapPane(doors, Set.of(GroundMap.Tool.MEASURE), colours -> {});
        pane.layers.setValue(
                lines.stream().map(LayerLine::kind).collect(java.util.stream.Collectors.toSet()));
        pane.colours.setVisible(false);
        pane.addClassName("small");
        list.add(table, pane);
    }

    private Component acts(LayerLine line) {
        var acts = new Div();
        acts.addClassName("actions");
        if (doors.person().may(PlotPermissions.EXPORT)) {
            acts.add(
                    new Behind(
                            getTranslation("ui.plots.export"),
                            Glyph.Of.EXPORT,
                            new GroundExportLinks(
                                    doors.messages(),
                                    (format, charset, locale) ->
                                            doors.export()
                                                    .layer(line.kind(), format, charset, locale)),
                            () -> {}));
        }
        acts.add(remove(line));
        return acts;
    }

    private Component remove(LayerLine line) {
        var name = doors.messages().of(getLocale(), line.kind());
        var button = new Button(getTranslation("ui.plots.layers.remove"));
        button.setAriaLabel(getTranslation("ui.plots.layers.remove.of", name));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.addClickListener(click -> {
            Removal.ask(
                    getTranslation("ui.plots.layers.remove.of", name),
                    getTranslation("ui.plots.layers.remove.detail"),
                    getTranslation("ui.plots.layers.remove"),
                    () -> {
                        doors.layers().remove(line.kind());
                        show();
                    });
        });
        return button;
    }
}
