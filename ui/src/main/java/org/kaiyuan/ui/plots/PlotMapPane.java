package org.kaiyuan.ui.plots;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.Box;
import org.kaiyuan.plots.LayerKind;
import org.kaiyuan.plots.PlotColours;
import org.kaiyuan.plots.PlotDetails;
import org.kaiyuan.plots.PlotFilter;
import org.kaiyuan.plots.PlotId;
import org.kaiyuan.plots.PlotQuestion;
import org.kaiyuan.plots.ground.Ground;
import org.kaiyuan.ui.kit.Behind;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.GroundMap;
import org.locationtech.jts.geom.Envelope;

/** Plots and layers on a map; asks for what is in view, whenever the view or the question has changed. */
class PlotMapPane extends Div {
    final GroundMap map;
    final CheckboxGroup<LayerKind> layers = new CheckboxGroup<>();
    final Select<PlotColours> colours = new Select<>();

    private final transient PlotDoors doors;
    private final transient PlotLegend legend;
    private final transient @Nullable Envelope home;
    private transient PlotQuestion asked = PlotQuestion.ALL;
    private transient @Nullable Box view;
    private double metresPerPixel;
    private transient Consumer<Box> moved = box -> {};

    /** @param chosen is told what the colours shall say from now on */
    PlotMapPane(PlotDoors doors, Set<GroundMap.Tool> tools, Consumer<PlotColours> chosen) {
        this.doors = doors;
        legend = new PlotLegend(doors.messages(), getLocale());
        map = new GroundMap(getTranslation("ui.plots.map"), tools, doors.settings().base());
        addClassName("map-pane");
        home =
                doors.map()
                        .whole()
                        .map(box -> new Envelope(box.west(), box.east(), box.south(), box.north()))
                        .orElse(null);
        var there = doors.layers().kinds();
        layers.setLabel(getTranslation("ui.plots.layers"));
        layers.setItems(there);
        layers.setItemLabelGenerator(kind -> doors.messages().of(getLocale(), kind));
        layers.addClassName("column-chooser");
        if (there.contains(LayerKind.BOUNDARY)) {
            layers.setValue(Set.of(LayerKind.BOUNDARY));
        }
        layers.addValueChangeListener(change -> {
            explain();
            drawLayers();
        });
        colours.setItems(PlotColours.values());
        colours.setItemLabelGenerator(one -> doors.messages().of(getLocale(), one));
        colours.setAriaLabel(getTranslation("ui.plots.colours"));
        colours.setPrefixComponent(new Glyph(Glyph.Of.EYE));
        colours.setValue(PlotColours.STATE);
        colours.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.accept(change.getValue());
            }
        });
        var bar = new Div(colours);
        bar.addClassName("map-bar");
        if (!there.isEmpty()) {
            bar.add(
                    new Behind(
                            getTranslation("ui.plots.layers"), Glyph.Of.COLUMNS, layers, () -> {}));
        }
        map.addViewListener(event -> {
            var box = event.box();
            view = new Box(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
            metresPerPixel = event.metresPerPixel();
            draw();
            drawLayers();
            moved.accept(view);
        });
        add(map, bar);
        explain();
    }

    /** @param moved is told what is in view, each time it has changed */
    void onMove(Consumer<Box> moved) {
        this.moved = moved;
    }

    void ask(PlotQuestion question) {
        var before = asked;
        asked = question;
        colours.setValue(question.colours());
        if (before.colours() != question.colours()) {
            explain();
        }
        draw();
    }

    /** How much ground one dot shows. */
    double metresPerPixel() {
        return metresPerPixel;
    }

    /** In view, null before the browser has told. */
    @Nullable Box view() {
        return view;
    }

    /** Marks it, and flies there. */
    void look(PlotDetails plot) {
        map.mark(Set.of(plot.id().toString()));
        map.flyTo(Ground.boundingBox(plot.shape()));
    }

    /** Of what a browser says; null where it is none. */
    static @Nullable PlotId id(String text) {
        try {
            return text.isEmpty() ? null : new PlotId(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    void draw() {
        if (view == null) {
            return;
        }
        var f = asked.filter();
        var inView =
                new PlotFilter(
                        f.text(),
                        f.states(),
                        f.usePrefix(),
                        f.leastM2(),
                        f.mostM2(),
                        f.holder(),
                        view);
        var ratings =
                switch (asked.colours()) {
                    case STATE, USE -> Map.<PlotId, Enum<?>>of();
                    case OUTPUT -> doors.ratings().output(view);
                    case IDLE -> doors.ratings().idle(view);
                };
        map.show(
                doors.map().plots(inView, asked.asOf(), metresPerPixel).stream()
                        .map(plot -> legend.piece(plot, asked.colours(), ratings)));
    }

    private void drawLayers() {
        if (view != null) {
            map.showGround(
                    layers.getValue().isEmpty()
                            ? Stream.empty()
                            : doors
                                    .map()
                                    .layers(
                                            layers.getValue().stream().toList(),
                                            view,
                                            metresPerPixel)
                                    .stream()
                                    .map(legend::piece));
        }
    }

    private void explain() {
        map.explain(legend.kinds(asked.colours()), legend.layers(layers.getValue()), home);
    }
}
