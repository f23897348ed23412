package org.kaiyuan.plots.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kaiyuan.plots.PlotFieldsRefused;
import org.kaiyuan.plots.ground.Crs;
import org.kaiyuan.plots.ground.GroundShape;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Shapes as RFC 7946 has them: longitude before latitude, shells counter-clockwise and holes clockwise, CGCS2000 taken
 * for WGS 84 (they differ by centimetres).
 */
final class GeoJson {
    /** Of all rings of what a caller sends. */
    private static final int MOST_POINTS = 100_000;

    private static final int MOST_LINE = 10_000;

    private GeoJson() {}

    static Object geometry(GroundShape shape) {
        return geometry(shape.in(Crs.GEOGRAPHIC).geometry());
    }

    static Object geometry(Geometry degrees) {
        if (degrees instanceof Polygon polygon) {
            return Map.of("type", "Polygon", "coordinates", rings(polygon));
        }
        var polygons = new ArrayList<Object>();
        for (int i = 0; i < degrees.getNumGeometries(); i++) {
            polygons.add(rings((Polygon) degrees.getGeometryN(i)));
        }
        return Map.of("type", "MultiPolygon", "coordinates", polygons);
    }

    private static List<Object> rings(Polygon polygon) {
        var rings = new ArrayList<Object>();
        rings.add(points(polygon.getExteriorRing(), true));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.add(points(polygon.getInteriorRingN(i), false));
        }
        return rings;
    }

    private static List<Object> points(LinearRing ring, boolean counterClockwise) {
        var points = new ArrayList<Object>();
        for (var point : ring.getCoordinates()) {
            points.add(List.of(point.x, point.y));
        }
        return Orientation.isCCW(ring.getCoordinateSequence()) == counterClockwise
                ? points
                : points.reversed();
    }

    /**
     * Ground in degrees (EPSG:4490), as a caller sends it.
     *
     * @throws PlotFieldsRefused unless it is a Polygon or MultiPolygon of closed rings in China
     */
    static GroundShape shape(Map<String, Object> geometry) {
        var reading = new GeoJsonPoints(MOST_POINTS);
        try {
            var coordinates = geometry.get("coordinates");
            var read =
                    switch (String.valueOf(geometry.get("type"))) {
                        case "Polygon" -> reading.polygon(coordinates);
                        case "MultiPolygon" -> reading.polygons(coordinates);
                        default -> throw new IllegalArgumentException("no ground");
                    };
            return new GroundShape(read, Crs.GEOGRAPHIC);
        } catch (IllegalArgumentException e) {
            throw new PlotFieldsRefused("geometry", "plots.rule.geometry", MOST_POINTS);
        }
    }

    /**
     * A line in degrees (EPSG:4490), as a caller sends it.
     *
     * @throws PlotFieldsRefused unless it is a LineString in China
     */
    static LineString line(Map<String, Object> geometry) {
        try {
            if (!"LineString".equals(geometry.get("type"))) {
                throw new IllegalArgumentException("no line");
            }
            return new GeoJsonPoints(MOST_LINE).line(geometry.get("coordinates"));
        } catch (IllegalArgumentException e) {
            throw new PlotFieldsRefused("line", "plots.rule.line", MOST_LINE);
        }
    }
}
