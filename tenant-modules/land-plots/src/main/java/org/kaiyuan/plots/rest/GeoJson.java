package org.kaiyuan.plots.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kaiyuan.plots.ground.Crs;
import org.kaiyuan.plots.ground.GroundShape;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Shapes as RFC 7946 has them: longitude before latitude, CGCS2000 taken for WGS 84 (they differ by centimetres). */
final class GeoJson {
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
        rings.add(points(polygon.getExteriorRing()));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.add(points(polygon.getInteriorRingN(i)));
        }
        return rings;
    }

    private static List<Object> points(LinearRing ring) {
        var points = new ArrayList<Object>();
        for (var point : ring.getCoordinates()) {
            points.add(List.of(point.x, point.y));
        }
        return points;
    }
}
