package org.kaiyuan.ui.plots;

import com.vaadin.flow.component.html.Div;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.kaiyuan.plots.Box;
import org.kaiyuan.plots.PlotFilter;
import org.kaiyuan.plots.ground.Ground;
import org.kaiyuan.plots.ground.GroundShape;
import org.kaiyuan.ui.kit.GroundMap;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/** The shapes of a file on a map, over the plots of the register that lie around. */
class FileGround extends Div {
    private static final String THERE = "there";

    /** As many points are drawn as they are; of more, what could be seen of the whole at this fineness. */
    private static final int EXACT_POINTS = 60_000;

    private static final double FINENESS = 1.0 / 8000;

    final GroundMap map;
    private final transient PlotDoors doors;

    /** A shape of the file. */
    record Piece(String kind, String label, String title, GroundShape shape) {}

    FileGround(PlotDoors doors) {
        this.doors = doors;
        map =
                new GroundMap(
                        getTranslation("ui.plots.import.map"),
                        EnumSet.of(GroundMap.Tool.MEASURE),
                        doors.settings().base());
        map.addViewListener(event -> whatIsThere(event.box(), event.metresPerPixel()));
        add(map);
    }

    void show(List<GroundMap.Kind> kinds, List<Piece> pieces) {
        var whole = new Envelope();
        pieces.forEach(piece -> whole.expandToInclude(Ground.boundingBox(piece.shape())));
        long points = pieces.stream().mapToLong(one -> one.shape().geometry().getNumPoints()).sum();
        double tolerance =
                points <= EXACT_POINTS
                        ? 0
                        : Math.max(whole.getWidth(), whole.getHeight()) * FINENESS;
        map.explain(
                kinds,
                List.of(
                        new GroundMap.Kind(
                                THERE,
                                getTranslation("ui.plots.import.there"),
                                "var(--ky-quiet)",
                                true,
                                true)),
                whole);
        map.show(
                pieces.stream()
                        .map(one ->
                                new GroundMap.Piece(
                                        "",
                                        one.kind(),
                                        one.label(),
                                        one.title(),
                                        false,
                                        drawn(one.shape(), tolerance))));
        map.flyTo(whole);
    }

    private static Geometry drawn(GroundShape shape, double tolerance) {
        var exact = Ground.lonLat(shape);
        return tolerance == 0 ? exact : TopologyPreservingSimplifier.simplify(exact, tolerance);
    }

    private void whatIsThere(Envelope view, double metresPerPixel) {
        var box = new Box(view.getMinX(), view.getMinY(), view.getMaxX(), view.getMaxY());
        var around = new PlotFilter(null, Set.of(), null, null, null, null, box);
        map.showGround(
                doors.map().plots(around, metresPerPixel).stream()
                        .map(plot ->
                                new GroundMap.Piece(
                                        "", THERE, plot.number(), "", false, plot.shape())));
    }
}
