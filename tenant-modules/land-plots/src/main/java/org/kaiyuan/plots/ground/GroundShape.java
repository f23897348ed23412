package org.kaiyuan.plots.ground;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;

/**
 * A piece of ground: one or more polygons, with or without holes, and the system of their coordinates.
 *
 * @param geometry Polygon or MultiPolygon with points; east before north. It is not changed by anybody
 */
public record GroundShape(Geometry geometry, Crs crs) {
    public GroundShape {
        if (!(geometry instanceof Polygonal) || geometry.isEmpty()) {
            throw new IllegalArgumentException(
                    geometry.getGeometryType()
                            + " with "
                            + geometry.getNumPoints()
                            + " points is no ground");
        }
    }

    /** The same ground in another system. */
    public GroundShape in(Crs target) {
        return crs.equals(target) ? this : new GroundShape(crs.to(target, geometry), target);
    }

    /**
     * The 3° zone in which its centroid lies, whatever zone its coordinates are in.
     *
     * @throws IllegalArgumentException outside of the zones of China; no reader lets such a shape through
     */
    public int zone() {
        return Crs.zoneAt(longitude());
    }

    boolean isInChina() {
        return Crs.isChinese(longitude());
    }

    private double longitude() {
        var middle = geometry.getCentroid().getCoordinate();
        var box = geometry.getEnvelopeInternal();
        if (middle == null || !box.contains(middle)) {
            // the centroid of a border that crosses itself may be anywhere
            middle = box.centre();
        }
        return crs.to(Crs.GEOGRAPHIC, middle).x;
    }
}
