package org.kaiyuan.ui.plots;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.PlotDetails;
import org.kaiyuan.plots.PlotFieldsRefused;
import org.kaiyuan.plots.PlotGatesRefused;
import org.kaiyuan.plots.PlotId;
import org.kaiyuan.plots.PlotNaming;
import org.kaiyuan.plots.PlotNumberTaken;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.PlotQuestion;
import org.kaiyuan.plots.PlotSeen;
import org.kaiyuan.plots.UnknownPlot;
import org.kaiyuan.plots.ground.Crs;
import org.kaiyuan.plots.ground.Ground;
import org.kaiyuan.plots.ground.GroundShape;
import org.kaiyuan.ui.kit.DayField;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.FieldMarks;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.GroundMap;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;
import org.kaiyuan.ui.kit.UnsavedInput;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import tools.jackson.databind.json.JsonMapper;

/** Splitting a plot, merging it with its neighbours, giving it another border: on the map, with what it will be called. */
@Route("plots/:id/border")
@RolesAllowed(PlotPermissions.WRITE)
class PlotBorderView extends Main
        implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {
    /** What becomes of it. */
    enum Act {
        SPLIT,
        MERGE,
        REBOUND
    }

    private static final JsonMapper JSON = new JsonMapper();

    final RadioButtonGroup<Act> act = new RadioButtonGroup<>();
    final Paragraph how = new Paragraph();
    final Div named = new Div();
    final DatePicker on = new DayField();
    final TextField reason = new TextField();
    final Button pencil = new Button();
    final Button go = new Button();
    final Div refusal = new Div();
    final PlotMapPane ground;

    private final transient PlotDoors doors;
    private final transient BorderDoors borders;
    private final transient List<Named> names = new ArrayList<>();
    private final UnsavedInput unsaved = new UnsavedInput(this, this::isTouched);

    /** Those that become one, this one first, as they were seen. */
    private final transient Map<PlotSeen, String> merged = new LinkedHashMap<>();

    private transient FieldMarks marks = new FieldMarks(this);
    private transient @Nullable PlotDetails plot;
    private transient @Nullable LineString line;
    private transient @Nullable GroundShape drawn;
    private String title = "";

    /** What one piece will be called. */
    private record Named(TextField number, TextField name) {
        PlotNaming naming() {
            return new PlotNaming(number.getValue().strip(), name.getValue().strip(), null);
        }
    }

    PlotBorderView(PlotDoors doors, BorderDoors borders) {
        this.doors = doors;
        this.borders = borders;
        ground =
                new PlotMapPane(
                        doors,
                        EnumSet.of(GroundMap.Tool.DRAW, GroundMap.Tool.MEASURE),
                        colours -> {});
        ground.colours.setVisible(false);
        ground.addClassName("large");
        ground.map.addLineListener(event -> cut(event.coordinates()));
        ground.map.addPickListener(event -> pick(event.id()));
        ground.map.addDrawListener(event -> drawn(event.geoJson()));
        addClassNames("detail-page", "form-page", "plot-border");
        act.setItems(Act.values());
        act.setLabel(getTranslation("ui.plots.border.act"));
        act.setItemLabelGenerator(one -> getTranslation("ui.plots.border." + one));
        act.addClassName("segments");
        act.addValueChangeListener(change -> begin());
        on.setLabel(getTranslation("ui.plots.border.on"));
        on.setMax(doors.today());
        reason.setLabel(getTranslation("ui.why"));
        reason.setMaxLength(1000);
        pencil.addClickListener(click -> draw());
        go.setText(getTranslation("ui.plots.border.go"));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        go.setDisableOnClick(true);
        refusal.addClassName("conflict");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        go.addClickListener(click -> {
            refusal.setVisible(false);
            try {
                marks.done(this::becomeByName);
            } catch (PlotGatesRefused refused) {
                refusal.removeAll();
                refusal.add(
                        new GateList(doors.messages().text(getLocale(), refused), refused.gates()));
                refusal.setVisible(true);
                refusal.scrollIntoView();
            } finally {
                go.setEnabled(true);
            }
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        try {
            var id = UUID.fromString(event.getRouteParameters().get("id").orElse(""));
            show(doors.directory().details(new PlotId(id)));
        } catch (UnknownPlot | IllegalArgumentException unknown) {
            title = getTranslation("ui.not-found.title");
            add(
                    new EmptyState(
                            Glyph.Of.SEARCH,
                            getTranslation("plots.refusal.unknown"),
                            new Anchor(PlotNavigation.LIST, getTranslation("ui.plots.back"))));
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · " + getTranslation("ui.product");
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        unsaved.ask(event);
    }

    boolean isTouched() {
        return line != null || drawn != null || merged.size() > 1 || !reason.isEmpty();
    }

    private PlotSeen seen(PlotDetails details) {
        return new PlotSeen(details.id(), details.version());
    }

    private void show(PlotDetails details) {
        plot = details;
        title = getTranslation("ui.plots.border.of", details.profile().number());
        on.setValue(doors.today());
        ground.ask(PlotQuestion.ALL);
        var when = new Div(on, reason);
        when.addClassName("form-grid");
        var bar = new Div(act, pencil);
        bar.addClassName("import-bar");
        var actions = new Div(go);
        actions.addClassName("form-actions");
        add(
                new Anchor(PlotNavigation.plot(details.id()), getTranslation("ui.form.back")),
                new H1(title),
                bar,
                how,
                refusal,
                ground,
                named,
                when,
                actions);
        act.setValue(Act.SPLIT);
        ground.look(details);
    }

    private void begin() {
        var here = plot;
        if (here == null) {
            return;
        }
        var chosen = act.getValue();
        line = null;
        drawn = null;
        merged.clear();
        merged.put(seen(here), here.profile().number());
        how.setText(getTranslation("ui.plots.border." + chosen + ".how"));
        pencil.setVisible(chosen != Act.MERGE);
        pencil.setText(getTranslation("ui.plots.border." + chosen + ".pencil"));
        ground.map.clean();
        ground.map.mark(List.of(here.id().toString()));
        name(List.of());
        if (chosen == Act.MERGE) {
            name(List.of(here.profile().number()));
        }
    }

    private void draw() {
        var here = plot;
        if (here == null) {
            return;
        }
        if (act.getValue() == Act.SPLIT) {
            ground.map.pencil("line");
        } else {
            ground.map.edit(piece(0, here.shape()));
        }
    }

    /** What the line makes of the plot is shown and has to be named. */
    private void cut(String coordinates) {
        var here = plot;
        if (here == null || act.getValue() != Act.SPLIT) {
            return;
        }
        var points = JSON.readValue(coordinates, double[][].class);
        var across =
                new GeometryFactory()
                        .createLineString(
                                Stream.of(points)
                                        .map(point -> new Coordinate(point[0], point[1]))
                                        .toArray(Coordinate[]::new));
        var parts = borders.splitting().parts(here.id(), across, Crs.GEOGRAPHIC);
        line = across;
        var pieces = new ArrayList<GroundMap.Piece>();
        for (int i = 0; i < parts.size(); i++) {
            pieces.add(piece(i + 1, parts.get(i)));
        }
        ground.map.showFaults(pieces.stream());
        var numbers = new ArrayList<String>();
        for (int i = 1; i <= parts.size(); i++) {
            numbers.add(here.profile().number() + "-" + i);
        }
        name(numbers);
    }

    private GroundMap.Piece piece(int nth, GroundShape shape) {
        return new GroundMap.Piece(
                "piece-" + nth,
                "piece",
                "",
                nth
                        + getTranslation("ui.colon")
                        + Shown.mu(java.math.BigDecimal.valueOf(Ground.areaM2(shape)))
                        + " "
                        + getTranslation("ui.map.mu"),
                false,
                Ground.lonLat(shape));
    }

    /** A neighbour is taken in, or out again. */
    private void pick(String id) {
        var here = plot;
        if (here == null || act.getValue() != Act.MERGE || id.isEmpty()) {
            return;
        }
        var picked = PlotMapPane.id(id);
        if (picked == null || picked.equals(here.id())) {
            return;
        }
        if (!merged.keySet().removeIf(one -> one.id().equals(picked))) {
            var neighbour = doors.directory().details(picked);
            merged.put(seen(neighbour), neighbour.profile().number());
        }
        ground.map.mark(merged.keySet().stream().map(one -> one.id().toString()).toList());
        how.setText(
                getTranslation(
                        "ui.plots.border.merging",
                        merged.size(),
                        String.join("、", merged.values())));
    }

    private void drawn(String geoJson) {
        var here = plot;
        drawn = null; // what is refused leaves nothing
        drawn =
                here == null || geoJson.isEmpty() || act.getValue() != Act.REBOUND
                        ? null
                        : DrawnGround.of(
                                doors.map(), geoJson, ground.metresPerPixel(), Set.of(here.id()));
    }

    private void name(List<String> numbers) {
        var here = plot;
        names.clear();
        named.removeAll();
        marks = new FieldMarks(this).at("day", on).at("reason", reason);
        if (here == null) {
            return;
        }
        for (int i = 0; i < numbers.size(); i++) {
            var number = new TextField(getTranslation("ui.plots.border.number", i + 1));
            number.setValue(numbers.get(i));
            var name = new TextField(getTranslation("ui.plots.border.name", i + 1));
            name.setValue(here.profile().name());
            var line = new Div(number, name);
            line.addClassName("form-grid");
            marks.at("pieces[" + i + "].number", number).at("pieces[" + i + "].name", name);
            if (numbers.size() == 1) {
                marks.at("number", number).at("name", name);
            }
            named.add(line);
            names.add(new Named(number, name));
        }
    }

    private void becomeByName() {
        try {
            become();
        } catch (PlotNumberTaken taken) {
            for (int i = 0; i < names.size() && names.size() > 1; i++) {
                if (names.get(i).naming().number().equals(taken.number())) {
                    throw new PlotFieldsRefused(
                            "pieces[" + i + "].number", taken.messageKey(), taken.number());
                }
            }
            throw taken;
        }
    }

    private void become() {
        var here = plot;
        if (here == null) {
            return;
        }
        var seen = seen(here);
        var why = reason.getValue().isBlank() ? null : reason.getValue().strip();
        PlotId next;
        switch (act.getValue()) {
            case SPLIT -> {
                var across = line;
                if (across == null) {
                    Tell.refused(getTranslation("ui.plots.border.SPLIT.missing"));
                    return;
                }
                next =
                        borders.splitting()
                                .cut(
                                        seen,
                                        across,
                                        Crs.GEOGRAPHIC,
                                        names.stream().map(Named::naming).toList(),
                                        on.getValue(),
                                        why)
                                .getFirst();
            }
            case MERGE ->
                    next =
                            borders.merging()
                                    .merge(
                                            List.copyOf(merged.keySet()),
                                            names.getFirst().naming(),
                                            on.getValue(),
                                            why);
            case REBOUND -> {
                var shape = drawn;
                if (shape == null) {
                    Tell.refused(getTranslation("ui.plots.border.REBOUND.missing"));
                    return;
                }
                next = borders.boundary().change(seen, shape, null, on.getValue(), why);
            }
            default -> throw new IllegalStateException(String.valueOf(act.getValue()));
        }
        line = null;
        drawn = null;
        merged.clear();
        reason.clear();
        unsaved.saved();
        Tell.done(getTranslation("ui.plots.border.done"));
        getUI().ifPresent(ui ->
                ui.navigate(PlotNavigation.plot(next), QueryParameters.of("tab", "lineage")));
    }
}
