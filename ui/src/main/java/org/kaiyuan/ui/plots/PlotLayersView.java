package org.kaiyuan.ui.plots;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kaiyuan.plots.BroughtLayer;
import org.kaiyuan.plots.FileNote;
import org.kaiyuan.plots.LayerKeeping.LayerLine;
import org.kaiyuan.plots.LayerKind;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.ground.GroundLimits;
import org.kaiyuan.plots.ground.ReadingOptions;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.GroundMap;
import org.kaiyuan.ui.kit.PlainTable;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.TableUpload;
import org.kaiyuan.ui.kit.Tell;

/** The layers that the gates ask: which there are, bringing them, taking them away. */
@Route("plots/layers")
@RolesAllowed(PlotPermissions.LAYERS)
class PlotLayersView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    final Select<LayerKind> kind = new Select<>();
    final RadioButtonGroup<Boolean> instead = new RadioButtonGroup<>();
    final Div list = new Div();
    final Div faults = new Div();
    final TableUpload upload;
    private final transient PlotDoors doors;

    /** Read by uploads, which do not hold the session. */
    private transient volatile LayerKind chosen = LayerKind.BOUNDARY;

    private transient volatile boolean replacing = true;
    private transient volatile BroughtLayer brought = new BroughtLayer(0, List.of());

    PlotLayersView(PlotDoors doors) {
        this.doors = doors;
        addClassNames("detail-page", "import-page", "layers-page");
        kind.setLabel(getTranslation("ui.plots.layers.kind"));
        kind.setItems(LayerKind.values());
        kind.setItemLabelGenerator(one -> doors.messages().of(getLocale(), one));
        kind.setValue(chosen);
        kind.addValueChangeListener(change -> chosen = change.getValue());
        instead.setItems(true, false);
        instead.setLabel(getTranslation("ui.plots.layers.how"));
        instead.setItemLabelGenerator(one -> getTranslation("ui.plots.layers.instead." + one));
        instead.setValue(true);
        instead.addValueChangeListener(change -> replacing = change.getValue());
        faults.addClassName("import-faults");
        faults.getElement().setAttribute("role", "alert");
        faults.setVisible(false);
        upload =
                new TableUpload(
                        this::take,
                        GroundLimits.FILE_BYTES,
                        PlotImportView.EXTENSIONS,
                        doors.messages(),
                        id -> told());
        var bar = new Div(kind, instead);
        bar.addClassName("import-bar");
        add(
                new Anchor(PlotNavigation.LIST, getTranslation("ui.plots.back")),
                new H1(getTranslation("ui.plots.layers")),
                new Paragraph(getTranslation("ui.plots.layers.detail")),
                list,
                new H2(getTranslation("ui.plots.layers.bring")),
                bar,
                upload,
                faults);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.plots.layers") + " · " + getTranslation("ui.product");
    }

    /** Runs in the request of the upload. */
    private UUID take(String name, InputStream content) {
        try {
            brought =
                    doors.layers()
                            .bring(
                                    chosen,
                                    content.readNBytes(GroundLimits.FILE_BYTES),
                                    ReadingOptions.NONE,
                                    replacing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return UUID.randomUUID();
    }

    private void told() {
        upload.clearFileList(); // another may follow
        var result = brought;
        faults.removeAll();
        faults.setVisible(!result.faults().isEmpty());
        if (result.faults().isEmpty()) {
            if (result.shapes() == 0) {
                Tell.refused(getTranslation("ui.plots.layers.nothing"));
            } else {
                Tell.done(
                        getTranslation(
                                "ui.plots.layers.brought",
                                doors.messages().of(getLocale(), chosen),
                                result.shapes()));
            }
            show();
            return;
        }
        var sentences = new UnorderedList();
        result.faults().stream()
                .limit(GroundLimits.FAULTS)
                .map(this::sentence)
                .forEach(sentences::add);
        faults.add(new H2(getTranslation("ui.plots.import.faults")), sentences);
    }

    private ListItem sentence(FileNote note) {
        return new ListItem(getTranslation(note.key(), note.arguments().toArray()));
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
                        remove(line)));
        var pane = new PlotMapPane(doors, Set.of(GroundMap.Tool.MEASURE), colours -> {});
        pane.layers.setValue(
                lines.stream().map(LayerLine::kind).collect(java.util.stream.Collectors.toSet()));
        pane.colours.setVisible(false);
        pane.addClassName("small");
        list.add(table, pane);
    }

    private Component remove(LayerLine line) {
        var name = doors.messages().of(getLocale(), line.kind());
        var button = new Button(getTranslation("ui.plots.layers.remove"));
        button.setAriaLabel(getTranslation("ui.plots.layers.remove.of", name));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.addClickListener(click -> {
            var ask =
                    new ConfirmDialog(
                            getTranslation("ui.plots.layers.remove.of", name),
                            getTranslation("ui.plots.layers.remove.detail"),
                            getTranslation("ui.plots.layers.remove"),
                            confirm -> {
                                doors.layers().remove(line.kind());
                                show();
                            });
            ask.setConfirmButtonTheme("error primary");
            ask.setCancelable(true);
            ask.setCancelText(getTranslation("ui.cancel"));
            ask.open();
        });
        return button;
    }
}
