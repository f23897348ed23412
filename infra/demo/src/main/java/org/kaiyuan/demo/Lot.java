package org.kaiyuan.demo;

import org.locationtech.jts.geom.Polygon;

/**
 * A made-up piece of ground before anything is said of it.
 *
 * @param district from 0, see {@link Site#districts()}
 * @param block its number in the district, from 1
 * @param number its number in the block, from 1
 * @param remoteness 0 in the middle of the zone, about 1 at its boundary
 * @param ground in metres of the zone's own 3° zone
 */
record Lot(int district, int block, int number, double remoteness, Polygon ground) {
    /** Such as DY-A03-07. */
    String code(Site site) {
        return "%s-%c%02d-%02d".formatted(site.prefix(), letter(), block, number);
    }

    /** Such as 旌湖片区A03地块07号. */
    String name(Site site) {
        return "%s%c%02d地块%02d号".formatted(site.districts().get(district), letter(), block, number);
    }

    boolean sharesBlockWith(Lot other) {
        return district == other.district && block == other.block;
    }

    private char letter() {
        return (char) ('A' + district);
    }
}
