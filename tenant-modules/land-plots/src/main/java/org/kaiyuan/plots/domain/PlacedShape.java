package org.kaiyuan.plots.domain;

import java.math.BigDecimal;

/**
 * Ground as it is kept: metres of its own 3° zone, so that areas and files are exact, and its box in degrees,
 * so that it is found.
 *
 * @param zone number of the 3° zone (CGCS2000), 25 to 45
 * @param wkb polygon or multipolygon, easting without the zone's prefix
 * @param areaM2 in the plane of its zone, holes left out, two decimals
 */
public record PlacedShape(
        int zone,
        byte[] wkb,
        double west,
        double south,
        double east,
        double north,
        BigDecimal areaM2) {}
