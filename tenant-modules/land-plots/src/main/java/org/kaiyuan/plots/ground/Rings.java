package org.kaiyuan.plots.ground;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/** Polygons out of closed rings, in each of the ways in which files say which ring is a hole. */
final class Rings {
    static final GeometryFactory FACTORY = new GeometryFactory();

    private Rings() {}

    /** One polygon after the other: a shell, then its holes. */
    static Function<List<Coordinate[]>, Geometry> grouped(List<Integer> ringsOfPolygons) {
        return rings -> {
            var polygons = new ArrayList<Polygon>();
            int next = 0;
            for (int count : ringsOfPolygons) {
                var holes = new ArrayList<LinearRing>();
                for (int i = 1; i < count; i++) {
                    holes.add(FACTORY.createLinearRing(rings.get(next + i)));
                }
                polygons.add(polygon(FACTORY.createLinearRing(rings.get(next)), holes));
                next += count;
            }
            return collected(polygons);
        };
    }

    /** A ring inside of a shell is its hole, one inside of a hole is a shell again, and so on. */
    static Geometry nested(List<Coordinate[]> rings) {
        var inFileOrder = rings.stream().map(Ring::new).toList();
        var bySize =
                inFileOrder.stream()
                        .sorted(Comparator.comparingDouble((Ring r) -> r.area).reversed())
                        .toList();
        for (int i = 0; i < bySize.size(); i++) {
            var ring = bySize.get(i);
            for (int j = i - 1; j >= 0; j--) {
                if (bySize.get(j).surrounds(ring)) {
                    ring.within(bySize.get(j));
                    break;
                }
            }
        }
        for (var ring : inFileOrder) {
            var around = ring.around;
            if (around != null && ring.depth % 2 == 1) {
                around.holes.add(ring.ring);
            }
        }
        return collected(
                inFileOrder.stream()
                        .filter(r -> r.depth % 2 == 0)
                        .map(r -> polygon(r.ring, r.holes))
                        .toList());
    }

    /** Clockwise rings are shells, the others holes of the smallest shell around them, as Shapefiles have it. */
    static Geometry oriented(List<Coordinate[]> rings) {
        var shells = new ArrayList<Ring>();
        var holes = new ArrayList<Ring>();
        for (var points : rings) {
            (Orientation.isCCWArea(points) ? holes : shells).add(new Ring(points));
        }
        if (shells.isEmpty() || holes.isEmpty()) {
            // all turned the same way, which says nothing
            return nested(rings);
        }
        var strays = new ArrayList<Polygon>();
        for (var hole : holes) {
            shells.stream()
                    .filter(shell -> shell.area >= hole.area && shell.surrounds(hole))
                    .min(Comparator.comparingDouble(shell -> shell.area))
                    .ifPresentOrElse(
                            shell -> shell.holes.add(hole.ring),
                            () -> strays.add(polygon(hole.ring, List.of())));
        }
        var polygons = new ArrayList<Polygon>();
        shells.forEach(shell -> polygons.add(polygon(shell.ring, shell.holes)));
        polygons.addAll(strays);
        return collected(polygons);
    }

    static Geometry normalised(Geometry geometry) {
        return collected(
                Ground.polygons(geometry).stream()
                        .map(polygon -> {
                            var holes = new ArrayList<LinearRing>();
                            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                                holes.add(turned(polygon.getInteriorRingN(i), true));
                            }
                            return polygon(turned(polygon.getExteriorRing(), false), holes);
                        })
                        .toList());
    }

    static LinearRing turned(LinearRing ring, boolean counterClockwise) {
        var points = CoordinateArrays.removeRepeatedPoints(ring.getCoordinates());
        if (points.length < 4) {
            return ring;
        }
        if (Orientation.isCCWArea(points) != counterClockwise) {
            points = CoordinateArrays.copyDeep(points);
            CoordinateArrays.reverse(points);
        }
        return FACTORY.createLinearRing(points);
    }

    static Geometry collected(List<Polygon> polygons) {
        return polygons.size() == 1
                ? polygons.get(0)
                : FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private static Polygon polygon(LinearRing shell, List<LinearRing> holes) {
        return FACTORY.createPolygon(shell, holes.toArray(LinearRing[]::new));
    }

    private static final class Ring {
        final Coordinate[] points;
        final LinearRing ring;
        final Envelope envelope;
        final double area;
        final List<LinearRing> holes = new ArrayList<>();
        int depth;
        @Nullable Ring around;
        private @Nullable IndexedPointInAreaLocator locator;

        Ring(Coordinate[] points) {
            this.points = points;
            ring = FACTORY.createLinearRing(points);
            envelope = ring.getEnvelopeInternal();
            area = Area.ofRing(points);
        }

        void within(Ring larger) {
            around = larger;
            depth = larger.depth + 1;
        }

        /** Told by the first of its points, or middles of its edges, that is not on this ring's line. */
        boolean surrounds(Ring inner) {
            if (!envelope.covers(inner.envelope)) {
                return false;
            }
            var finder = locator;
            if (finder == null) {
                finder = new IndexedPointInAreaLocator(ring);
                locator = finder;
            }
            for (int i = 1; i < inner.points.length; i++) {
                var end = inner.points[i];
                int where = finder.locate(end);
                if (where == Location.BOUNDARY) {
                    var start = inner.points[i - 1];
                    where =
                            finder.locate(
                                    new Coordinate((start.x + end.x) / 2, (start.y + end.y) / 2));
                }
                if (where != Location.BOUNDARY) {
                    return where == Location.INTERIOR;
                }
            }
            return false;
        }
    }
}
