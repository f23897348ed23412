package org.kaiyuan.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.kaiyuan.plots.ground.Ground;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;

/** Laying shapes over each other, on the grid on which ground is kept, so that what comes out is without fault. */
final class Overlays {
    private static final PrecisionModel GRID = new PrecisionModel(1 / Ground.RESOLUTION);

    private Overlays() {}

    static Geometry both(Geometry one, Geometry other) {
        return ground(OverlayNG.overlay(one, other, OverlayNG.INTERSECTION, GRID));
    }

    static Geometry without(Geometry one, Geometry other) {
        return ground(OverlayNG.overlay(one, other, OverlayNG.DIFFERENCE, GRID));
    }

    static Geometry together(Geometry one, Geometry other) {
        return ground(OverlayNG.overlay(one, other, OverlayNG.UNION, GRID));
    }

    static Geometry together(Collection<Lot> lots) {
        return UnaryUnionNG.union(lots.stream().map(lot -> (Geometry) lot.ground()).toList(), GRID);
    }

    static Geometry onGrid(Geometry shape) {
        return ground(UnaryUnionNG.union(shape, GRID));
    }

    /** Where borders only touch, points and lines come out as well. */
    private static Geometry ground(Geometry overlay) {
        return overlay instanceof Polygonal
                ? overlay
                : overlay.getFactory().buildGeometry(pieces(overlay, 0));
    }

    /** Those polygons of a geometry that are as large as that. */
    static List<Polygon> pieces(Geometry geometry, double leastM2) {
        var pieces = new ArrayList<Polygon>();
        for (Object piece : PolygonExtracter.getPolygons(geometry)) {
            if (piece instanceof Polygon polygon && polygon.getArea() >= leastM2) {
                pieces.add(polygon);
            }
        }
        return pieces;
    }

    static Polygon largest(Geometry geometry) {
        return pieces(geometry, 0).stream()
                .max(Comparator.comparing(Geometry::getArea))
                .orElseThrow();
    }

    /** Wider or narrower by so many metres, corners kept. */
    static Geometry widened(Geometry geometry, double metres) {
        return BufferOp.bufferOp(
                geometry,
                metres,
                new BufferParameters(
                        4, BufferParameters.CAP_SQUARE, BufferParameters.JOIN_MITRE, 3));
    }
}
