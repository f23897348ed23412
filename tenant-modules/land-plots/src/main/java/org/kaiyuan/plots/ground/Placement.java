package org.kaiyuan.plots.ground;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Finds out what the numbers of a plot are, by their magnitude: degrees, eastings with the zone's number,
 * eastings without it, or any of these with the axes exchanged. In China no pair of numbers can be two of them,
 * except south of 9° N, where the order that the format asks for is believed.
 */
final class Placement {
    /** What a file says of its coordinates. */
    record Declared(@Nullable Crs crs, @Nullable Integer zone) {
        static final Declared NOTHING = new Declared(null, null);

        static Declared zone(int zone) {
            return new Declared(null, zone);
        }

        static Declared crs(Crs crs) {
            return new Declared(crs, crs.geographic() ? null : crs.zone());
        }
    }

    /**
     * @param rings closed
     * @param swapped whether the axes were exchanged
     */
    record Placed(List<Coordinate[]> rings, Crs crs, boolean swapped, List<Repair> repairs) {}

    private enum Kind {
        DEGREES,
        PREFIXED,
        BARE,
        NONE
    }

    /** No plot and no layer of a zone is as wide as this: a digit is missing. */
    private static final double FURTHEST_METRES = 300_000;

    private static final double FURTHEST_DEGREES = 3;

    private final int line;
    private final String plot;
    private final ReadingOptions options;

    Placement(int line, String plot, ReadingOptions options) {
        this.line = line;
        this.plot = plot;
        this.options = options;
    }

    Placed place(List<RawRing> rings, Declared declared) throws Unreadable.Plot {
        var first = rings.get(0);
        var kind = kind(first.east(0), first.north(0));
        boolean swapped = false;
        if (kind == Kind.NONE) {
            kind = kind(first.north(0), first.east(0));
            swapped = kind != Kind.NONE;
        }
        if (kind == Kind.NONE) {
            throw new Unreadable.Plot(
                    first.line(0),
                    plot,
                    "outsideChina",
                    shown(first.east(0)),
                    shown(first.north(0)));
        }
        int prefix = kind == Kind.PREFIXED ? prefix(swapped ? first.north(0) : first.east(0)) : 0;
        for (var ring : rings) {
            allAlike(ring, first, kind, swapped, prefix);
        }
        var repairs = new ArrayList<Repair>();
        if (swapped) {
            repairs.add(new Repair.SwappedAxes(line, plot));
        }
        var crs = crs(kind, prefix, declared, repairs);
        double shift =
                kind == Kind.PREFIXED ? crs.falseEasting() - Crs.FALSE_EASTING - prefix * 1e6 : 0;
        var points = new ArrayList<Coordinate[]>();
        for (var ring : rings) {
            points.add(closed(ring, swapped, shift));
        }
        return new Placed(points, crs, swapped, repairs);
    }

    private void allAlike(RawRing ring, RawRing first, Kind kind, boolean swapped, int prefix)
            throws Unreadable.Plot {
        double furthest = kind == Kind.DEGREES ? FURTHEST_DEGREES : FURTHEST_METRES;
        for (int i = 0; i < ring.size(); i++) {
            double east = swapped ? ring.north(i) : ring.east(i);
            double north = swapped ? ring.east(i) : ring.north(i);
            boolean far =
                    Math.abs(ring.east(i) - first.east(0)) > furthest
                            || Math.abs(ring.north(i) - first.north(0)) > furthest;
            if (far || kind(east, north) != kind || (prefix != 0 && prefix(east) != prefix)) {
                throw new Unreadable.Plot(
                        ring.line(i),
                        plot,
                        "unlikeOthers",
                        shown(ring.east(i)),
                        shown(ring.north(i)));
            }
        }
    }

    private Crs crs(Kind kind, int prefix, Declared declared, List<Repair> repairs)
            throws Unreadable.Plot {
        var said = declared.crs();
        if (kind == Kind.DEGREES) {
            if (said != null && !said.geographic()) {
                throw new Unreadable.Plot(line, plot, "degreesInPlane", said);
            }
            return Crs.GEOGRAPHIC;
        }
        if (said != null && said.geographic()) {
            throw new Unreadable.Plot(line, plot, "metresInDegrees", said);
        }
        var decided = options.zone();
        var declaredZone = declared.zone();
        if (kind == Kind.PREFIXED) {
            int found = Crs.isZone(prefix) ? prefix : Crs.ofSixDegreeZone(prefix);
            if (decided != null) {
                return Crs.withPrefix(decided);
            }
            if (declaredZone != null && declaredZone != found) {
                repairs.add(new Repair.WrongZone(line, plot, declaredZone, found));
            }
            return Crs.withPrefix(found);
        }
        if (decided != null) {
            return Crs.withoutPrefix(decided);
        }
        if (declaredZone != null) {
            return Crs.withoutPrefix(declaredZone);
        }
        var usual = options.usualZone();
        if (usual == null) {
            throw new Unreadable.Plot(line, plot, "noZone");
        }
        repairs.add(new Repair.NoZone(line, plot, usual));
        return Crs.withoutPrefix(usual);
    }

    private Coordinate[] closed(RawRing ring, boolean swapped, double shift)
            throws Unreadable.Plot {
        var points = new ArrayList<Coordinate>(ring.size() + 1);
        for (int i = 0; i < ring.size(); i++) {
            var point =
                    new Coordinate(
                            (swapped ? ring.north(i) : ring.east(i)) + shift,
                            swapped ? ring.east(i) : ring.north(i));
            if (points.isEmpty() || !points.get(points.size() - 1).equals2D(point)) {
                points.add(point);
            }
        }
        if (!points.get(0).equals2D(points.get(points.size() - 1)) || points.size() == 1) {
            points.add(points.get(0).copy());
        }
        if (points.size() < 4) {
            throw new Unreadable.Plot(ring.line(0), plot, "ringShort");
        }
        return points.toArray(Coordinate[]::new);
    }

    private static Kind kind(double east, double north) {
        if (east >= 73 && east <= 136 && north >= 3 && north <= 54) {
            return Kind.DEGREES;
        }
        if (!(north >= 300_000 && north <= 6_100_000)) {
            return Kind.NONE;
        }
        if (isBareEasting(east)) {
            return Kind.BARE;
        }
        if (!(east >= 13e6 && east < 46e6)) {
            return Kind.NONE;
        }
        double bare = east % 1_000_000;
        int prefix = prefix(east);
        return isBareEasting(bare) && (prefix <= 23 || Crs.isZone(prefix))
                ? Kind.PREFIXED
                : Kind.NONE;
    }

    /** A zone is 320 km wide at most; the rest is for ground that is given in its neighbour. */
    private static boolean isBareEasting(double east) {
        return east >= 10_000 && east <= 990_000;
    }

    private static int prefix(double east) {
        return (int) (east / 1_000_000);
    }

    /** As people write coordinates, without an exponent. */
    private static String shown(double number) {
        return Math.abs(number) < 1e12
                ? new BigDecimal(number).setScale(3, RoundingMode.HALF_UP).toPlainString()
                : String.valueOf(number);
    }
}
