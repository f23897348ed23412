package org.kaiyuan.plots.ground;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * A coordinate reference system of CGCS2000 (2000国家大地坐标系): geographic, or a 3° Gauss–Krüger zone (三度带)
 * with or without the zone's number (带号) before the easting.
 *
 * <p>Coordinates are east before north everywhere in this package: {@code x} is longitude or easting, whatever
 * a file or a registry calls X.
 *
 * @param epsg 4490, 4513–4533 (zones 25–45 with the number) or 4534–4554 (by central meridian, without it)
 * @see "docs/decisions/0028-coordinates-of-plots.md"
 */
public record Crs(int epsg) {
    public static final int FIRST_ZONE = 25;
    public static final int LAST_ZONE = 45;

    /** EPSG:4490, longitude and latitude in degrees. */
    public static final Crs GEOGRAPHIC = new Crs(4490);

    static final double FALSE_EASTING = 500_000;

    private static final int FIRST_WITH_PREFIX = 4513;
    private static final int FIRST_WITHOUT_PREFIX = 4534;
    private static final int ZONES = LAST_ZONE - FIRST_ZONE + 1;
    private static final double PREFIX = 1_000_000;

    public Crs {
        if (epsg != 4490 && (epsg < FIRST_WITH_PREFIX || epsg >= FIRST_WITHOUT_PREFIX + ZONES)) {
            throw new IllegalArgumentException("EPSG:" + epsg + " is not used for plots");
        }
    }

    /** EPSG:4513–4533: the easting begins with the zone's number, 35442756.835. */
    public static Crs withPrefix(int zone) {
        return new Crs(FIRST_WITH_PREFIX + checked(zone) - FIRST_ZONE);
    }

    /** EPSG:4534–4554: the easting is the bare one, 442756.835. */
    public static Crs withoutPrefix(int zone) {
        return new Crs(FIRST_WITHOUT_PREFIX + checked(zone) - FIRST_ZONE);
    }

    /**
     * What a file may name. WGS 84 (EPSG:4326) is taken as CGCS2000, since programs here write it for any degrees;
     * a true WGS 84 position of today is up to a metre off. 6° zones by central meridian (EPSG:4502–4512) are the 3° zones of the same
     * meridian.
     */
    public static Optional<Crs> ofEpsg(int epsg) {
        if (epsg == 4490 || epsg == 4326) {
            return Optional.of(GEOGRAPHIC);
        }
        if (epsg >= 4502 && epsg <= 4512) {
            return Optional.of(withoutPrefix(ofSixDegreeZone(epsg - 4502 + 13)));
        }
        return epsg >= FIRST_WITH_PREFIX && epsg < FIRST_WITHOUT_PREFIX + ZONES
                ? Optional.of(new Crs(epsg))
                : Optional.empty();
    }

    /**
     * The 3° zone in which a longitude lies.
     *
     * @throws IllegalArgumentException outside of the zones of China (73.5° to 136.5°)
     */
    public static int zoneAt(double longitude) {
        return checked(numberAt(longitude));
    }

    static boolean isChinese(double longitude) {
        return isZone(numberAt(longitude));
    }

    private static int numberAt(double longitude) {
        return (int) Math.floor((longitude + 1.5) / 3);
    }

    /** The 3° zone with the central meridian of a 6° zone, 13–23: 18 is 35, both have 105° E. */
    static int ofSixDegreeZone(int sixDegreeZone) {
        return checked(2 * sixDegreeZone - 1);
    }

    static boolean isZone(int zone) {
        return zone >= FIRST_ZONE && zone <= LAST_ZONE;
    }

    private static int checked(int zone) {
        if (!isZone(zone)) {
            throw new IllegalArgumentException("Zone " + zone + " is not in China");
        }
        return zone;
    }

    public boolean geographic() {
        return epsg == 4490;
    }

    /** Whether eastings begin with the zone's number. */
    public boolean prefixed() {
        return !geographic() && epsg < FIRST_WITHOUT_PREFIX;
    }

    /** The 3° zone's number (带号). */
    public int zone() {
        if (geographic()) {
            throw new IllegalStateException("EPSG:4490 has no zone");
        }
        return FIRST_ZONE + epsg - (prefixed() ? FIRST_WITH_PREFIX : FIRST_WITHOUT_PREFIX);
    }

    /** In degrees east. */
    public int centralMeridian() {
        return 3 * zone();
    }

    /** False easting in metres, 35500000 or 500000. */
    double falseEasting() {
        return FALSE_EASTING + prefix();
    }

    private double prefix() {
        return prefixed() ? zone() * PREFIX : 0;
    }

    /** The same point in another system. Between the two forms of one zone, nothing is computed anew. */
    public Coordinate to(Crs target, Coordinate point) {
        if (equals(target)) {
            return new Coordinate(point.x, point.y);
        }
        if (!geographic() && !target.geographic() && zone() == target.zone()) {
            return new Coordinate(point.x - prefix() + target.prefix(), point.y);
        }
        var lonLat =
                geographic()
                        ? point
                        : Projections.toLonLat(zone(), new Coordinate(point.x - prefix(), point.y));
        if (target.geographic()) {
            return lonLat;
        }
        var plane = Projections.toPlane(target.zone(), lonLat);
        return new Coordinate(plane.x + target.prefix(), plane.y);
    }

    /** The same shape in another system, point by point. */
    public <G extends Geometry> G to(Crs target, G geometry) {
        @SuppressWarnings("unchecked") // a copy is of its original's class
        var moved = (G) geometry.copy();
        if (!equals(target)) {
            moved.apply(new Moving(this, target));
            moved.geometryChanged();
        }
        return moved;
    }

    @Override
    public String toString() {
        return "EPSG:" + epsg;
    }

    private record Moving(Crs from, Crs target) implements CoordinateSequenceFilter {
        @Override
        public void filter(CoordinateSequence points, int i) {
            var moved = from.to(target, new Coordinate(points.getX(i), points.getY(i)));
            points.setOrdinate(i, 0, moved.x);
            points.setOrdinate(i, 1, moved.y);
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
