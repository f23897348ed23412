package org.kaiyuan.plots.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.kaiyuan.plots.ground.Crs;
import org.kaiyuan.plots.ground.Ground;
import org.kaiyuan.plots.ground.GroundShape;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** From shapes to what is kept of them, and back. */
public final class Placing {
    private Placing() {}

    public static PlacedShape of(GroundShape shape) {
        var kept = Ground.canonical(shape);
        var box = Ground.boundingBox(kept);
        return new PlacedShape(
                kept.crs().zone(),
                new WKBWriter(2).write(kept.geometry()),
                box.getMinX(),
                box.getMinY(),
                box.getMaxX(),
                box.getMaxY(),
                BigDecimal.valueOf(Ground.areaM2(kept)).setScale(2, RoundingMode.HALF_UP));
    }

    /** In metres of its own zone, eastings with the zone's number. */
    public static GroundShape shape(int zone, byte[] wkb) {
        return new GroundShape(geometry(wkb), Crs.withPrefix(zone));
    }

    private static Geometry geometry(byte[] wkb) {
        try {
            return new WKBReader().read(wkb);
        } catch (ParseException e) {
            throw new IllegalStateException("A kept shape cannot be read", e);
        }
    }
}
