package org.kaiyuan.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kaiyuan.plots.ground.Crs;
import org.kaiyuan.plots.ground.Ground;
import org.kaiyuan.plots.ground.GroundShape;
import org.locationtech.jts.algorithm.MinimumDiameter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/**
 * The ground of a zone that does not exist: a boundary, a river through it, and plots along a net of streets.
 *
 * <p>Drawn in metres around the middle, eastward and northward before the whole is turned, and put into the
 * plane of the 3° zone in which it lies. The same for the same seed on every JDK.
 */
final class InventedGround {
    /** 15 and 200 亩. */
    private static final double LEAST_M2 = 10_000;

    private static final double MOST_M2 = 200 * 10_000 / 15.0;

    /** The last block may bring some more. */
    private static final int LEAST_LOTS = 84;

    private static final int MOST_LOTS = 106;

    /** So many have a hole or a corner cut out. */
    private static final int SHAPED = 7;

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Draws draws;
    private final Crs plane;
    private final double halfWide;
    private final double halfHigh;
    private final double turn;
    private final AffineTransformation placing;
    private final Polygon boundary;
    private final Geometry river;
    private final List<Lot> lots;

    /** A block between streets, and how far out it lies. */
    private record Block(Polygon ground, Coordinate middle, double remoteness, double rank) {}

    private InventedGround(Site site, Draws draws) {
        this.draws = draws;
        this.plane = Crs.withPrefix(Crs.zoneAt(site.longitude()));
        this.halfWide = draws.between(1900.0, 2100.0);
        this.halfHigh = draws.between(1450.0, 1600.0);
        this.turn = draws.between(0.12, 0.38) * (draws.chance(0.5) ? 1 : -1);
        var middle = Crs.GEOGRAPHIC.to(plane, new Coordinate(site.longitude(), site.latitude()));
        this.placing =
                AffineTransformation.rotationInstance(StrictMath.sin(turn), StrictMath.cos(turn))
                        .translate(middle.x, middle.y);
        this.boundary = outline();
        this.river = Overlays.both(course(), boundary.buffer(120, 4));
        this.lots = numbered(chosen(blocks()));
    }

    static InventedGround of(Site site, Draws draws) {
        return new InventedGround(site, draws);
    }

    /** In which everything here is drawn. */
    Crs plane() {
        return plane;
    }

    Polygon boundary() {
        return boundary;
    }

    Geometry river() {
        return river;
    }

    /** 60 to 120, none of which overlaps another; by district, block and number. */
    List<Lot> lots() {
        return lots;
    }

    /** One metre into a direction before the turn: 0 is along the longer side, π/2 across it. */
    Coordinate towards(double direction) {
        return new Coordinate(StrictMath.cos(direction + turn), StrictMath.sin(direction + turn));
    }

    /** A patch of countryside, as round as fields are. */
    Polygon patch(Coordinate middle, double radius) {
        int points = 13;
        var ring = new Coordinate[points + 1];
        for (int i = 0; i < points; i++) {
            double angle = 2 * Math.PI * (i + draws.between(-0.25, 0.25)) / points;
            double far = radius * draws.between(0.82, 1.15);
            ring[i] =
                    new Coordinate(
                            middle.x + far * StrictMath.cos(angle),
                            middle.y + far * StrictMath.sin(angle));
        }
        ring[points] = ring[0].copy();
        return FACTORY.createPolygon(ring);
    }

    private Polygon outline() {
        int points = 40;
        var ring = new Coordinate[points + 1];
        for (int i = 0; i < points; i++) {
            double angle = 2 * Math.PI * (i + draws.between(-0.2, 0.2)) / points;
            double x = StrictMath.cos(angle);
            double y = StrictMath.sin(angle);
            // between an ellipse and a rectangle
            double far =
                    StrictMath.pow(
                                    StrictMath.pow(x / halfWide, 4)
                                            + StrictMath.pow(y / halfHigh, 4),
                                    -0.25)
                            * draws.between(0.95, 1.03);
            ring[i] = new Coordinate(far * x, far * y);
        }
        ring[points] = ring[0].copy();
        return placed(ring);
    }

    /** From one side to the other, in two bends. */
    private Geometry course() {
        boolean along = draws.chance(0.5);
        double length = 2 * (along ? halfWide : halfHigh) + 800;
        double aside = (along ? halfHigh : halfWide) * draws.between(-0.3, 0.3);
        double swing = draws.between(110.0, 190.0);
        double phase = draws.between(0, 2 * Math.PI);
        var line = new ArrayList<Coordinate>();
        for (double at = -length / 2; at <= length / 2; at += 140) {
            double off =
                    aside
                            + swing * StrictMath.sin(phase + 4 * Math.PI * at / length)
                            + draws.between(-18.0, 18.0);
            line.add(along ? new Coordinate(at, off) : new Coordinate(off, at));
        }
        var middle = FACTORY.createLineString(line.toArray(Coordinate[]::new));
        return placing.transform(middle).buffer(draws.between(24.0, 38.0), 3);
    }

    private List<Block> blocks() {
        var columns = lines(halfWide, 540, 720);
        var rows = lines(halfHigh, 430, 570);
        var nodes = new Coordinate[columns.size()][rows.size()];
        for (int c = 0; c < columns.size(); c++) {
            for (int r = 0; r < rows.size(); r++) {
                nodes[c][r] =
                        new Coordinate(
                                columns.get(c) + draws.between(-26.0, 26.0),
                                rows.get(r) + draws.between(-22.0, 22.0));
            }
        }
        var buildable = boundary.buffer(-35, 3);
        var banks = river.buffer(30, 3);
        var blocks = new ArrayList<Block>();
        for (int r = rows.size() - 2; r >= 0; r--) {
            for (int c = 0; c < columns.size() - 1; c++) {
                var quarter =
                        placed(
                                nodes[c][r],
                                nodes[c][r + 1],
                                nodes[c + 1][r + 1],
                                nodes[c + 1][r],
                                nodes[c][r].copy());
                // streets of 20 to 40 m: each block gives its half
                var block = cornersCut(Overlays.widened(quarter, -draws.between(10.2, 19.8)));
                var ground =
                        TopologyPreservingSimplifier.simplify(
                                Overlays.without(Overlays.both(block, buildable), banks), 1.5);
                double weight = draws.between(0.0, 0.5);
                for (var piece : Overlays.pieces(ground, 1.6 * LEAST_M2)) {
                    blocks.add(block(piece, weight));
                }
            }
        }
        return blocks;
    }

    private Block block(Polygon ground, double weight) {
        var middle = here(ground.getCentroid().getCoordinate());
        double remoteness =
                StrictMath.hypot(middle.x / halfWide, middle.y / halfHigh) / StrictMath.sqrt(1.6);
        return new Block(ground, middle, remoteness, remoteness + weight);
    }

    /** As the sight at crossings wants it. */
    private Polygon cornersCut(Geometry block) {
        var corners = block.getCoordinates();
        int many = corners.length - 1;
        var ring = new Coordinate[2 * many + 1];
        double cut = draws.between(10.0, 16.0);
        for (int i = 0; i < many; i++) {
            ring[2 * i] = toward(corners[i], corners[(i + many - 1) % many], cut);
            ring[2 * i + 1] = toward(corners[i], corners[i + 1], cut);
        }
        ring[2 * many] = ring[0].copy();
        return FACTORY.createPolygon(ring);
    }

    /** Those that are developed or planned: the inner ones, and some further out. */
    private List<List<Lot>> chosen(List<Block> blocks) {
        var cut = new ArrayList<List<Lot>>();
        int wanted = draws.between(LEAST_LOTS, MOST_LOTS);
        int many = 0;
        for (var block : blocks.stream().sorted(Comparator.comparing(Block::rank)).toList()) {
            var parts = new ArrayList<Polygon>();
            cut(block.ground(), draws.between(62.0, 185.0) * 10_000 / 15, parts);
            if (parts.isEmpty()) {
                continue;
            }
            int district = (block.middle().x < 0 ? 0 : 1) + (block.middle().y < 0 ? 2 : 0);
            cut.add(
                    parts.stream()
                            .map(part -> new Lot(district, 0, 0, block.remoteness(), part))
                            .toList());
            many += parts.size();
            if (many >= wanted) {
                break;
            }
        }
        return cut;
    }

    /** Numbers run from west to east and from north to south, as people here count. */
    private List<Lot> numbered(List<List<Lot>> blocks) {
        int shapedSoFar = 0;
        var last = new int[4];
        var lots = new ArrayList<Lot>();
        var inOrder =
                blocks.stream()
                        .sorted(
                                Comparator.comparing((List<Lot> block) ->
                                                Math.round(-middle(block).y / 450))
                                        .thenComparing(block -> middle(block).x))
                        .toList();
        for (var block : inOrder) {
            int district = block.getFirst().district();
            int number = ++last[district];
            int within = 0;
            for (var lot :
                    block.stream()
                            .sorted(Comparator.comparing(lot -> middle(List.of(lot)).x))
                            .toList()) {
                var ground = lot.ground();
                if (shapedSoFar < SHAPED && ground.getArea() > 45_000 && within == 1) {
                    var other = shapedSoFar % 2 == 0 ? angled(ground) : hollow(ground);
                    shapedSoFar += other == ground ? 0 : 1;
                    ground = other;
                }
                lots.add(new Lot(district, number, ++within, lot.remoteness(), kept(ground)));
            }
        }
        lots.sort(
                Comparator.comparing(Lot::district)
                        .thenComparing(Lot::block)
                        .thenComparing(Lot::number));
        return List.copyOf(lots);
    }

    private Coordinate middle(List<Lot> block) {
        return here(block.getFirst().ground().getCentroid().getCoordinate());
    }

    /** Into pieces no larger than that, across the longer side. */
    private void cut(Polygon ground, double mostM2, List<Polygon> parts) {
        double area = ground.getArea();
        if (area < 2.4 * LEAST_M2 || area <= mostM2 && area <= MOST_M2) {
            if (area >= 1.02 * LEAST_M2 && area <= MOST_M2) {
                parts.add(ground);
            }
            return;
        }
        var box = MinimumDiameter.getMinimumRectangle(ground).getCoordinates();
        boolean first = box[0].distance(box[1]) >= box[1].distance(box[2]);
        var from = first ? box[0] : box[1];
        var to = first ? box[1] : box[2];
        double share = draws.between(0.36, 0.64);
        double tilt = draws.between(-0.04, 0.04);
        var at = new Coordinate(from.x + share * (to.x - from.x), from.y + share * (to.y - from.y));
        double length = from.distance(to);
        // the axis turned by a right angle, and a little more or less
        double x = (to.x - from.x) / length;
        double y = (to.y - from.y) / length;
        double acrossX = -y + tilt * x;
        double acrossY = x + tilt * y;
        var line =
                FACTORY.createLineString(
                        new Coordinate[] {
                            new Coordinate(at.x - 3000 * acrossX, at.y - 3000 * acrossY),
                            new Coordinate(at.x + 3000 * acrossX, at.y + 3000 * acrossY)
                        });
        // what a cut begins with, and where a ring begins, is chance of another kind than ours
        Ground.split(new GroundShape(ground, plane), line, plane).stream()
                .flatMap(part -> Overlays.pieces(part.geometry(), LEAST_M2).stream())
                .map(piece -> (Polygon) piece.norm())
                .sorted()
                .toList()
                .forEach(piece -> cut(piece, mostM2, parts));
    }

    /** L-shaped: a corner stayed with somebody else. */
    private Polygon angled(Polygon ground) {
        var box = MinimumDiameter.getMinimumRectangle(ground).getCoordinates();
        double one = draws.between(0.38, 0.52);
        double other = draws.between(0.38, 0.52);
        var corner = between(box[0], box[1], -0.2);
        var along = between(box[0], box[1], one);
        double x = other * (box[3].x - box[0].x);
        double y = other * (box[3].y - box[0].y);
        var start = new Coordinate(corner.x - x / 2, corner.y - y / 2);
        var end = new Coordinate(along.x - x / 2, along.y - y / 2);
        var notch =
                FACTORY.createPolygon(
                        new Coordinate[] {
                            start,
                            end,
                            new Coordinate(along.x + x, along.y + y),
                            new Coordinate(corner.x + x, corner.y + y),
                            start.copy()
                        });
        return Overlays.without(ground, notch) instanceof Polygon left && left.getArea() > LEAST_M2
                ? left
                : ground;
    }

    /** With a hole: something in its middle is not for supply. */
    private Polygon hollow(Polygon ground) {
        double half = draws.between(22.0, 36.0);
        var at = ground.getInteriorPoint().getCoordinate();
        var one = towards(0);
        var other = towards(Math.PI / 2);
        var ring = new Coordinate[5];
        int[][] signs = {{-1, -1}, {-1, 1}, {1, 1}, {1, -1}};
        for (int i = 0; i < 4; i++) {
            double x = signs[i][0] * half;
            double y = signs[i][1] * half * 0.7;
            ring[i] =
                    new Coordinate(at.x + x * one.x + y * other.x, at.y + x * one.y + y * other.y);
        }
        ring[4] = ring[0].copy();
        var hole = FACTORY.createPolygon(ring);
        return ground.buffer(-20).covers(hole)
                        && Overlays.without(ground, hole) instanceof Polygon left
                ? left
                : ground;
    }

    private Polygon kept(Polygon ground) {
        return (Polygon) Ground.canonical(new GroundShape(ground, plane)).geometry();
    }

    private List<Double> lines(double half, double least, double most) {
        var lines = new ArrayList<Double>();
        for (double at = -half - 60; at < half + 60 + least; at += draws.between(least, most)) {
            lines.add(at);
        }
        return lines;
    }

    private Polygon placed(Coordinate... ring) {
        return (Polygon) placing.transform(FACTORY.createPolygon(ring));
    }

    /** Before the turn, from the middle. */
    private Coordinate here(Coordinate point) {
        var middle = placing.transform(new Coordinate(0, 0), new Coordinate());
        double x = point.x - middle.x;
        double y = point.y - middle.y;
        double cos = StrictMath.cos(turn);
        double sin = StrictMath.sin(turn);
        return new Coordinate(x * cos + y * sin, y * cos - x * sin);
    }

    private static Coordinate toward(Coordinate from, Coordinate to, double metres) {
        return between(from, to, metres / from.distance(to));
    }

    private static Coordinate between(Coordinate from, Coordinate to, double share) {
        return new Coordinate(from.x + share * (to.x - from.x), from.y + share * (to.y - from.y));
    }
}
