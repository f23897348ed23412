package org.kaiyuan.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.shared.Registration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Ground as a picture, drawn by OpenLayers. What lies in view is sent when the view has changed; nothing of it is
 * kept here. Everything that it shows stands in a list beside it, too: nobody needs it to know something.
 */
@Tag("ky-map")
@JavaScript("context://webjars/ol/10.7.0/dist/ol.js")
@JavaScript("context://kaiyuan/map.js")
@StyleSheet("context://webjars/ol/10.7.0/ol.css")
public final class GroundMap extends Component implements HasStyle, HasSize {
    /** What a person may do beside looking. */
    public enum Tool {
        SELECT,
        MEASURE,
        DRAW,
        PRINT
    }

    /**
     * A kind of what is shown, with its colour.
     *
     * @param colour in CSS
     * @param outline whether only the border is drawn
     */
    public record Kind(String key, String label, String colour, boolean outline, boolean on) {
        public Kind(String key, String label, String colour) {
            this(key, label, colour, false, true);
        }
    }

    /**
     * A piece of ground.
     *
     * @param id empty where nobody points at it
     * @param label what stands in it, seen near enough
     * @param title a second line, seen very near
     * @param dashed whether its border is dashed
     * @param shape in degrees of longitude and latitude
     */
    public record Piece(
            String id, String kind, String label, String title, boolean dashed, Geometry shape) {}

    /**
     * Pictures of the ground beneath.
     *
     * @param kind XYZ or WMTS
     */
    public record Base(
            String kind,
            String url,
            String attribution,
            String layer,
            String matrixSet,
            String format,
            int maxZoom) {}

    /** What is in view has changed. */
    @DomEvent("ky-view")
    public static final class Viewed extends ComponentEvent<GroundMap> {
        private final Envelope box;
        private final double metresPerPixel;

        public Viewed(
                GroundMap source,
                boolean fromClient,
                @EventData("event.detail.box[0]") double west,
                @EventData("event.detail.box[1]") double south,
                @EventData("event.detail.box[2]") double east,
                @EventData("event.detail.box[3]") double north,
                @EventData("event.detail.metres") double metresPerPixel) {
            super(source, fromClient);
            this.box =
                    new Envelope(
                            Math.clamp(west, -180, 180),
                            Math.clamp(east, -180, 180),
                            Math.clamp(south, -90, 90),
                            Math.clamp(north, -90, 90));
            this.metresPerPixel = metresPerPixel;
        }

        /** In degrees, no farther than the earth. */
        public Envelope box() {
            return box;
        }

        public double metresPerPixel() {
            return metresPerPixel;
        }
    }

    /** Somebody pointed at a piece, or at none. */
    @DomEvent("ky-pick")
    public static final class Picked extends ComponentEvent<GroundMap> {
        private final String id;

        public Picked(GroundMap source, boolean fromClient, @EventData("event.detail") String id) {
            super(source, fromClient);
            this.id = id;
        }

        /** Empty for none. */
        public String id() {
            return id;
        }
    }

    /** Somebody drew around some pieces. */
    @DomEvent("ky-selected")
    public static final class Selected extends ComponentEvent<GroundMap> {
        private final String ids;

        public Selected(
                GroundMap source, boolean fromClient, @EventData("event.detail") String ids) {
            super(source, fromClient);
            this.ids = ids;
        }

        public Set<String> ids() {
            return ids.isEmpty() ? Set.of() : Set.copyOf(List.of(ids.split(",")));
        }
    }

    /** What is under the pencil has changed. */
    @DomEvent("ky-drawn")
    public static final class Drawn extends ComponentEvent<GroundMap> {
        private final String geoJson;

        public Drawn(
                GroundMap source, boolean fromClient, @EventData("event.detail") String geoJson) {
            super(source, fromClient);
            this.geoJson = geoJson;
        }

        /** A MultiPolygon in degrees; empty for none. */
        public String geoJson() {
            return geoJson;
        }
    }

    /** A line was drawn across something. */
    @DomEvent("ky-line")
    public static final class Lined extends ComponentEvent<GroundMap> {
        private final String coordinates;

        public Lined(
                GroundMap source,
                boolean fromClient,
                @EventData("event.detail") String coordinates) {
            super(source, fromClient);
            this.coordinates = coordinates;
        }

        /** A JSON array of points, each longitude and latitude in degrees. */
        public String coordinates() {
            return coordinates;
        }
    }

    private final transient Setup setup;

    private record Setup(String title, Set<Tool> tools, @Nullable Base base) {}

    private transient List<Kind> kinds = List.of();
    private transient List<Kind> layers = List.of();
    private transient @Nullable Envelope home;

    /** @param title what it shows, said to who cannot see it and printed above it */
    public GroundMap(String title, Set<Tool> tools, @Nullable Base base) {
        setup = new Setup(title, tools, base);
        addClassName("map");
    }

    /**
     * What the colours mean, and where the whole of it lies.
     *
     * @param home in degrees; null where nothing is known yet
     */
    public void explain(List<Kind> pieces, List<Kind> ground, @Nullable Envelope home) {
        this.kinds = List.copyOf(pieces);
        this.layers = List.copyOf(ground);
        this.home = home;
        getElement().setPropertyJson("setup", json());
    }

    /** In place of those shown before. */
    public void show(Stream<Piece> pieces) {
        getElement().executeJs("this.showPlots($0)", MapText.of(pieces));
    }

    /** The ground beneath: layers in place of those shown before. */
    public void showGround(Stream<Piece> pieces) {
        getElement().executeJs("this.showLayers($0)", MapText.of(pieces));
    }

    /** What is at fault, and flies there. */
    public void showFaults(Stream<Piece> pieces) {
        getElement().executeJs("this.showFaults($0)", MapText.of(pieces));
    }

    public void mark(Collection<String> ids) {
        getElement().executeJs("this.mark($0 ? $0.split(',') : [])", String.join(",", ids));
    }

    /** @param box in degrees */
    public void flyTo(Envelope box) {
        getElement()
                .executeJs(
                        "this.flyTo([$0, $1, $2, $3])",
                        box.getMinX(),
                        box.getMinY(),
                        box.getMaxX(),
                        box.getMaxY());
    }

    /** Puts a shape under the pencil, with its points to be moved. */
    public void edit(Piece piece) {
        getElement().executeJs("this.edit($0)", MapText.of(Stream.of(piece)));
    }

    /** Takes the pencil: {@code draw}, {@code line}. */
    public void pencil(String mode) {
        getElement().executeJs("this.pencil($0)", mode);
    }

    /** Puts the pencil away and what was drawn, too. */
    public void clean() {
        getElement().executeJs("this.clean()");
    }

    public Registration addViewListener(ComponentEventListener<Viewed> listener) {
        return addListener(Viewed.class, listener);
    }

    public Registration addPickListener(ComponentEventListener<Picked> listener) {
        return addListener(Picked.class, listener);
    }

    public Registration addSelectListener(ComponentEventListener<Selected> listener) {
        return addListener(Selected.class, listener);
    }

    public Registration addDrawListener(ComponentEventListener<Drawn> listener) {
        return addListener(Drawn.class, listener);
    }

    public Registration addLineListener(ComponentEventListener<Lined> listener) {
        return addListener(Lined.class, listener);
    }

    private ObjectNode json() {
        var factory = JsonNodeFactory.instance;
        var json = factory.objectNode();
        json.put("title", setup.title());
        var tools = json.putArray("tools");
        setup.tools().stream()
                .sorted()
                .forEach(tool -> tools.add(tool.name().toLowerCase(Locale.ROOT)));
        var legend = json.putArray("legend");
        kinds.forEach(kind -> legend.add(json(kind)));
        var ground = json.putArray("layers");
        layers.forEach(kind -> ground.add(json(kind)));
        if (home != null) {
            json.putArray("home")
                    .add(home.getMinX())
                    .add(home.getMinY())
                    .add(home.getMaxX())
                    .add(home.getMaxY());
        }
        if (setup.base() != null) {
            json.putObject("base")
                    .put("kind", setup.base().kind())
                    .put("url", setup.base().url())
                    .put("attribution", setup.base().attribution())
                    .put("layer", setup.base().layer())
                    .put("matrixSet", setup.base().matrixSet())
                    .put("format", setup.base().format())
                    .put("maxZoom", setup.base().maxZoom());
        }
        var words = json.putObject("words");
        for (var word : WORDS) {
            words.put(word, getTranslation("ui.map." + word));
        }
        words.put("map", setup.title());
        return json;
    }

    private static ObjectNode json(Kind kind) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("key", kind.key())
                .put("label", kind.label())
                .put("colour", kind.colour())
                .put("outline", kind.outline())
                .put("on", kind.on());
    }

    /** What the map itself says, keys after {@code ui.map.}. */
    private static final List<String> WORDS =
            List.of(
                    "tools",
                    "legend",
                    "base",
                    "north",
                    "nearer",
                    "farther",
                    "missing",
                    "mu",
                    "whole",
                    "box",
                    "box.how",
                    "polygon",
                    "polygon.how",
                    "length",
                    "length.how",
                    "area",
                    "area.how",
                    "draw",
                    "draw.how",
                    "hole",
                    "hole.how",
                    "edit",
                    "edit.how",
                    "line.how",
                    "undo",
                    "print");
}
