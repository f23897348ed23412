package org.kaiyuan.plots.rest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * Reads the coordinates of GeoJSON, longitude before latitude, within the range of the 3° zones of China; whatever is
 * not so is an {@code IllegalArgumentException}.
 */
final class GeoJsonPoints {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final double WEST = 73.5;
    private static final double EAST = 136.5;
    private static final double SOUTH = 3;
    private static final double NORTH = 54;

    private int left;

    /** @param most points of all rings together */
    GeoJsonPoints(int most) {
        left = most;
    }

    MultiPolygon polygons(@Nullable Object coordinates) {
        var polygons = new ArrayList<Polygon>();
        for (var one : list(coordinates)) {
            polygons.add(polygon(one));
        }
        return FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    Polygon polygon(@Nullable Object coordinates) {
        var rings = new ArrayList<LinearRing>();
        for (var ring : list(coordinates)) {
            var points = points(ring);
            if (points.length < 4 || !points[0].equals2D(points[points.length - 1])) {
                throw new IllegalArgumentException("A ring is not closed");
            }
            rings.add(FACTORY.createLinearRing(points));
        }
        return FACTORY.createPolygon(
                rings.getFirst(), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }

    LineString line(@Nullable Object coordinates) {
        var points = points(coordinates);
        if (points.length < 2) {
            throw new IllegalArgumentException("A line has two ends");
        }
        return FACTORY.createLineString(points);
    }

    private Coordinate[] points(@Nullable Object coordinates) {
        var list = list(coordinates);
        left -= list.size();
        if (left < 0) {
            throw new IllegalArgumentException("Too many points");
        }
        return list.stream().map(GeoJsonPoints::point).toArray(Coordinate[]::new);
    }

    /** A height after longitude and latitude is passed over, as RFC 7946 lets one do. */
    private static Coordinate point(@Nullable Object position) {
        var numbers = list(position);
        if (numbers.size() >= 2
                && numbers.get(0) instanceof Number longitude
                && numbers.get(1) instanceof Number latitude) {
            double x = longitude.doubleValue();
            double y = latitude.doubleValue();
            if (x >= WEST && x < EAST && y >= SOUTH && y <= NORTH) {
                return new Coordinate(x, y);
            }
        }
        throw new IllegalArgumentException("No place in China");
    }

    private static List<?> list(@Nullable Object value) {
        if (value instanceof List<?> list && !list.isEmpty()) {
            return list;
        }
        throw new IllegalArgumentException("No list");
    }
}
