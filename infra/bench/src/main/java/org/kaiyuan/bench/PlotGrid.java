package org.kaiyuan.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.kaiyuan.plots.ground.Crs;
import org.kaiyuan.plots.ground.Ground;
import org.kaiyuan.plots.ground.GroundShape;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;

/**
 * Ground cut into cells like a park's: crooked borders that neighbours share point by point, columns of different
 * widths (5 to 90 亩), a pond in each twentieth. Each eleventh cell is a gap, for plots that are new.
 *
 * <p>South-east of Deyang, where the demo has nothing, in metres of zone 35.
 */
final class PlotGrid {
    private static final int ZONE = 35;
    private static final double EAST = 35_470_000;
    private static final double NORTH = 3_396_000;
    private static final double ROW = 150;
    private static final int[] WIDTHS = {60, 90, 110, 150, 190, 240, 320, 400};
    private static final int PERIOD = 1_560;

    /** Points of a border between two corners, both counted. */
    private static final int PARTS = 6;

    private static final int GAP = 11;
    private static final int POND = 20;
    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final int cells;
    private final int columns;

    /** @param plots that are there; a tenth of them are the gaps beside them */
    PlotGrid(int plots) {
        // of n cells (n + 5) / 11 are gaps
        int many = plots;
        while (many - gapsBefore(many) < plots) {
            many += plots - (many - gapsBefore(many));
        }
        cells = many;
        columns = (int) Math.ceil(Math.sqrt(many * ROW * WIDTHS.length / PERIOD));
    }

    IntStream taken() {
        return numbers(number -> !isGap(number));
    }

    IntStream gaps() {
        return numbers(PlotGrid::isGap);
    }

    /** As it is kept. */
    GroundShape shape(int number) {
        int i = number % columns;
        int j = number / columns;
        var points = new ArrayList<Coordinate>();
        line(i, j, true, false, points);
        line(i + 1, j, false, false, points);
        line(i, j + 1, true, true, points);
        line(i, j, false, true, points);
        points.add(points.getFirst().copy());
        var holes =
                number % POND == 0
                        ? new LinearRing[] {pond(east(i) + 25, NORTH + ROW * j + 60)}
                        : new LinearRing[0];
        return Ground.canonical(
                new GroundShape(
                        SHAPES.createPolygon(
                                SHAPES.createLinearRing(points.toArray(Coordinate[]::new)), holes),
                        Crs.withPrefix(ZONE)));
    }

    /** The same ground a little further to the east, so that it lies on its neighbour, too. */
    GroundShape shifted(int number, double metres) {
        var shape = shape(number);
        var moved = shape.geometry().copy();
        moved.apply((Coordinate point) -> point.x += metres);
        moved.geometryChanged();
        return new GroundShape(moved, shape.crs());
    }

    /** All the ground and a little more, its border of so many points. */
    GroundShape border(int points) {
        return around(east(columns) - EAST, rows() * ROW, 0.75, points);
    }

    /** A patch of protected ground somewhere on it, 30 to 90 m across. */
    GroundShape patch(SplittableRandom random, int points) {
        double east = EAST + random.nextDouble(east(columns) - EAST);
        double north = NORTH + random.nextDouble(rows() * ROW);
        return star(random, east, north, random.nextDouble(15, 45), points);
    }

    /** Blocks of a plan that together cover all the ground and overlap a little. */
    List<GroundShape> blocks(int each) {
        var blocks = new ArrayList<GroundShape>();
        double width = (east(columns) - EAST + 40) / each;
        double height = (rows() * ROW + 40) / each;
        for (int n = 0; n < each * each; n++) {
            double west = EAST - 20 + width * (n % each);
            double south = NORTH - 20 + height * (n / each);
            blocks.add(
                    ground(
                            List.of(
                                    new Coordinate(west, south),
                                    new Coordinate(west, south + height + 1),
                                    new Coordinate(west + width + 1, south + height + 1),
                                    new Coordinate(west + width + 1, south),
                                    new Coordinate(west, south))));
        }
        return blocks;
    }

    /**
     * A view's box in degrees, as {@code bbox=} wants it.
     *
     * @param east share of the ground at which its middle lies, as {@code north}
     */
    String view(double east, double north, double widthMetres, double heightMetres) {
        double middleEast = EAST + east * (east(columns) - EAST);
        double middleNorth = NORTH + north * rows() * ROW;
        double halfWidth = widthMetres / 2;
        double halfHeight = heightMetres / 2;
        var plane = Crs.withPrefix(ZONE);
        var low =
                plane.to(
                        Crs.GEOGRAPHIC,
                        new Coordinate(middleEast - halfWidth, middleNorth - halfHeight));
        var high =
                plane.to(
                        Crs.GEOGRAPHIC,
                        new Coordinate(middleEast + halfWidth, middleNorth + halfHeight));
        return low.x + "," + low.y + "," + high.x + "," + high.y;
    }

    /** A view of everything. */
    String whole() {
        return view(0.5, 0.5, width() * 1.1, rows() * ROW * 1.1);
    }

    /** How much ground one dot of a screen of 1,600 shows when it shows everything. */
    double wholeMetresPerPixel() {
        return width() * 1.1 / 1_600;
    }

    private double width() {
        return east(columns) - EAST;
    }

    private int rows() {
        return (cells + columns - 1) / columns;
    }

    private IntStream numbers(IntPredicate which) {
        return IntStream.range(0, cells).filter(which);
    }

    private static boolean isGap(int number) {
        return number % GAP == GAP / 2;
    }

    private static int gapsBefore(int number) {
        return (number + GAP / 2) / GAP;
    }

    private static double east(int column) {
        double east = EAST + (double) PERIOD * (column / WIDTHS.length);
        for (int i = 0; i < column % WIDTHS.length; i++) {
            east += WIDTHS[i];
        }
        return east;
    }

    /**
     * The border that begins at a corner, without its last point.
     *
     * @param eastwards else northwards
     * @param back from its end to the corner
     */
    private static void line(
            int i, int j, boolean eastwards, boolean back, List<Coordinate> points) {
        var from = corner(i, j);
        var to = eastwards ? corner(i + 1, j) : corner(i, j + 1);
        for (int part = 0; part < PARTS; part++) {
            int k = back ? PARTS - part : part;
            double share = k / (double) PARTS;
            double bend = k % PARTS == 0 ? 0 : noise(i, j, eastwards ? k : k + 10);
            points.add(
                    new Coordinate(
                            from.x + share * (to.x - from.x) + (eastwards ? 0 : bend),
                            from.y + share * (to.y - from.y) + (eastwards ? bend : 0)));
        }
    }

    private static Coordinate corner(int i, int j) {
        return new Coordinate(east(i) + noise(i, j, 30), NORTH + ROW * j + noise(i, j, 31));
    }

    /** Up to 3 m to each side, the same each time. */
    private static double noise(int i, int j, int k) {
        return new SplittableRandom((i * 100_003L + j) * 64 + k).nextDouble(-3, 3);
    }

    private static LinearRing pond(double east, double north) {
        return SHAPES.createLinearRing(
                new Coordinate[] {
                    new Coordinate(east, north),
                    new Coordinate(east + 10, north),
                    new Coordinate(east + 12, north + 14),
                    new Coordinate(east, north + 12),
                    new Coordinate(east, north)
                });
    }

    private GroundShape around(double width, double height, double radius, int points) {
        var ring = new ArrayList<Coordinate>();
        for (int n = 0; n < points; n++) {
            double angle = 2 * Math.PI * n / points;
            ring.add(
                    new Coordinate(
                            EAST + width / 2 + (radius * width + 50) * Math.cos(angle),
                            NORTH + height / 2 + (radius * height + 50) * Math.sin(angle)));
        }
        ring.add(ring.getFirst().copy());
        return ground(ring);
    }

    private static GroundShape star(
            SplittableRandom random, double east, double north, double radius, int points) {
        var ring = new ArrayList<Coordinate>();
        for (int n = 0; n < points; n++) {
            double angle = 2 * Math.PI * n / points;
            double far = radius * random.nextDouble(0.8, 1.2);
            ring.add(new Coordinate(east + far * Math.cos(angle), north + far * Math.sin(angle)));
        }
        ring.add(ring.getFirst().copy());
        return ground(ring);
    }

    private static GroundShape ground(List<Coordinate> ring) {
        return Ground.canonical(
                new GroundShape(
                        SHAPES.createPolygon(
                                SHAPES.createLinearRing(ring.toArray(Coordinate[]::new))),
                        Crs.withPrefix(ZONE)));
    }
}
