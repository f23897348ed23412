package org.kaiyuan.plots.ground;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlay.snap.GeometrySnapper;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/**
 * What can be said of and done to shapes, always in the plane of the 3° zone in which the shape lies.
 *
 * <p>Other than {@link #fault}, {@link #normalised} and {@link #canonical}, all want shapes without a fault.
 */
public final class Ground {
    /** Overlaps of less than this, in m², are none: two surveys of one border never agree to the last digit. */
    public static final double OVERLAP_TOLERANCE_M2 = 0.01;

    /** Overlaps that are nowhere as wide as this, in metres, are slivers and none. */
    public static final double SLIVER_WIDTH = 0.001;

    /** Canonical coordinates are multiples of this, in metres. */
    public static final double RESOLUTION = 0.0001;

    private static final PrecisionModel GRID = new PrecisionModel(1 / RESOLUTION);
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private Ground() {}

    /** As it is kept: in its own zone with the prefix, on the 0.1 mm grid, rings in order. */
    public static GroundShape canonical(GroundShape shape) {
        var own = plane(shape);
        var geometry = own.geometry().copy();
        geometry.apply((Coordinate point) -> {
            point.x = GRID.makePrecise(point.x);
            point.y = GRID.makePrecise(point.y);
        });
        geometry.geometryChanged();
        return normalised(new GroundShape(geometry, own.crs()));
    }

    /**
     * Rings closed, without repeated points, shells clockwise (as boundary points are numbered here) and holes
     * the other way. The first point stays the first, no other is moved.
     */
    public static GroundShape normalised(GroundShape shape) {
        return new GroundShape(Rings.normalised(shape.geometry()), shape.crs());
    }

    /**
     * Vertices that lie within a tolerance of a neighbour's vertices or borders moved onto them.
     *
     * @param metres at most as far as this
     */
    public static GroundShape snapped(GroundShape shape, GroundShape neighbour, double metres) {
        var own = plane(shape);
        var snapped =
                new GeometrySnapper(own.geometry())
                        .snapTo(neighbour.in(own.crs()).geometry(), metres);
        return canonical(new GroundShape(snapped, own.crs()));
    }

    /** In m², in the plane, holes subtracted. */
    public static double areaM2(GroundShape shape) {
        return plane(shape).geometry().getArea();
    }

    /** Longitudes and latitudes in degrees, for maps. */
    public static Geometry lonLat(GroundShape shape) {
        return shape.in(Crs.GEOGRAPHIC).geometry();
    }

    /** In degrees: west and east as x, south and north as y. */
    public static Envelope boundingBox(GroundShape shape) {
        return lonLat(shape).getEnvelopeInternal();
    }

    /** What is wrong with the shape, and where; empty for one that encloses ground in one way only. */
    public static Optional<ShapeFaultFound> fault(GroundShape shape) {
        for (var point : shape.geometry().getCoordinates()) {
            if (!Double.isFinite(point.x) || !Double.isFinite(point.y)) {
                throw new IllegalArgumentException("A coordinate is not a number");
            }
        }
        var own = plane(shape);
        var error = new IsValidOp(own.geometry()).getValidationError();
        if (error == null) {
            return Optional.empty();
        }
        var place = error.getCoordinate();
        return Optional.of(
                new ShapeFaultFound(
                        ShapeFault.of(error.getErrorType()),
                        own.crs(),
                        place,
                        own.crs().to(Crs.GEOGRAPHIC, place)));
    }

    /**
     * The ground that lies in both, if there is any beyond {@link #OVERLAP_TOLERANCE_M2} and {@link
     * #SLIVER_WIDTH}. Computed in the first shape's zone.
     */
    public static Optional<Overlap> overlap(GroundShape one, GroundShape other) {
        return overlap(one, other, OVERLAP_TOLERANCE_M2);
    }

    /** The same with a tolerance of one's own, in m². */
    public static Optional<Overlap> overlap(
            GroundShape one, GroundShape other, double toleranceM2) {
        var own = plane(one);
        var there = other.in(own.crs()).geometry();
        if (!own.geometry().getEnvelopeInternal().intersects(there.getEnvelopeInternal())) {
            return Optional.empty();
        }
        return beyondTolerance(
                OverlayNGRobust.overlay(own.geometry(), there, OverlayNG.INTERSECTION),
                own.crs(),
                toleranceM2);
    }

    /**
     * The ground of the first shape that does not lie in the other, if there is any beyond {@link
     * #OVERLAP_TOLERANCE_M2} and {@link #SLIVER_WIDTH}. Computed in the first shape's zone.
     */
    public static Optional<Overlap> beyond(GroundShape one, GroundShape other) {
        var own = plane(one);
        return beyondTolerance(
                OverlayNGRobust.overlay(
                        own.geometry(), other.in(own.crs()).geometry(), OverlayNG.DIFFERENCE),
                own.crs(),
                OVERLAP_TOLERANCE_M2);
    }

    /** All of them as one; all in one plane. */
    public static Geometry together(Collection<Geometry> shapes) {
        return shapes.isEmpty() ? FACTORY.createPolygon() : OverlayNGRobust.union(shapes);
    }

    /**
     * What of one lies in the other, both in one plane; may be empty.
     *
     * @param narrowest pieces that are nowhere as wide as this, in metres, are left out
     */
    public static Geometry within(Geometry one, Geometry other, double narrowest) {
        return wide(OverlayNGRobust.overlay(one, other, OverlayNG.INTERSECTION), narrowest);
    }

    /**
     * What of one does not lie in the other, both in one plane; may be empty.
     *
     * @param narrowest as for {@link #within}
     */
    public static Geometry without(Geometry one, Geometry other, double narrowest) {
        return wide(OverlayNGRobust.overlay(one, other, OverlayNG.DIFFERENCE), narrowest);
    }

    private static Geometry wide(Geometry ground, double narrowest) {
        var pieces =
                polygons(ground).stream().filter(piece -> !isSliver(piece, narrowest)).toList();
        return pieces.isEmpty() ? FACTORY.createPolygon() : Rings.collected(pieces);
    }

    private static Optional<Overlap> beyondTolerance(Geometry ground, Crs crs, double toleranceM2) {
        var pieces = new ArrayList<Polygon>();
        double area = 0;
        for (var piece : polygons(ground)) {
            if (!isSliver(piece, SLIVER_WIDTH)) {
                pieces.add(piece);
                area += piece.getArea();
            }
        }
        return pieces.isEmpty() || area < toleranceM2
                ? Optional.empty()
                : Optional.of(new Overlap(new GroundShape(Rings.collected(pieces), crs), area));
    }

    /** A circle with the radius area / perimeter fits into every piece; only narrower ones are looked at closely. */
    private static boolean isSliver(Polygon piece, double width) {
        return 2 * piece.getArea() / piece.getLength() < width
                && piece.buffer(-width / 2).isEmpty();
    }

    /**
     * The parts into which a line cuts a shape: each a single polygon, on the 0.1 mm grid, with the cut's ends
     * as points of both neighbours. A line that cuts nothing leaves the shape's own polygons.
     *
     * @param line in the system of {@code lineCrs}; it must cross from border to border
     */
    public static List<GroundShape> split(GroundShape shape, LineString line, Crs lineCrs) {
        var own = canonical(shape);
        var cut = lineCrs.to(own.crs(), line);
        var parts = new ArrayList<GroundShape>();
        for (var polygon : polygons(own.geometry())) {
            var edges = OverlayNG.overlay(polygon.getBoundary(), cut, OverlayNG.UNION, GRID);
            var faces = new Polygonizer();
            faces.add(edges);
            for (Object face : faces.getPolygons()) {
                var part = (Polygon) face;
                if (polygon.contains(part.getInteriorPoint())) {
                    parts.add(normalised(new GroundShape(part, own.crs())));
                }
            }
        }
        return List.copyOf(parts);
    }

    /** All of them as one, in the zone of the first, on the 0.1 mm grid; in pieces where they do not touch. */
    public static GroundShape merge(Collection<GroundShape> shapes) {
        if (shapes.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to merge");
        }
        var first = canonical(shapes.iterator().next());
        var polygons = new ArrayList<Polygon>();
        for (var shape : shapes) {
            polygons.addAll(polygons(shape.in(first.crs()).geometry()));
        }
        var merged = UnaryUnionNG.union(Rings.collected(polygons), GRID);
        return canonical(new GroundShape(merged, first.crs()));
    }

    /**
     * With fewer points, for views from afar; stays free of faults, and holes and pieces stay.
     *
     * @param metres at most as far does the border move
     */
    public static GroundShape simplified(GroundShape shape, double metres) {
        var own = plane(shape);
        return new GroundShape(
                TopologyPreservingSimplifier.simplify(own.geometry(), metres), own.crs());
    }

    private static GroundShape plane(GroundShape shape) {
        return shape.in(Crs.withPrefix(shape.zone()));
    }

    @SuppressWarnings("unchecked")
    static List<Polygon> polygons(Geometry geometry) {
        return PolygonExtracter.getPolygons(geometry);
    }

    /**
     * Ground that two shapes share, or that one has and the other has not.
     *
     * @param shape that ground
     */
    public record Overlap(GroundShape shape, double areaM2) {}

    /**
     * Where a shape is at fault.
     *
     * @param crs of {@code place}
     * @param lonLat the same place, for maps
     */
    public record ShapeFaultFound(ShapeFault fault, Crs crs, Coordinate place, Coordinate lonLat) {
        /** Of a message: line, plot, what is wrong, northing (X) and easting (Y). */
        public static final String KEY = "plots.file.shapeFault";

        /** What the message wants. */
        public Object[] arguments(GroundRecord record) {
            return new Object[] {
                Integer.toString(record.line()),
                record.label(),
                fault,
                GroundWriter.decimal(place.y, 3),
                GroundWriter.decimal(place.x, 3)
            };
        }
    }
}
