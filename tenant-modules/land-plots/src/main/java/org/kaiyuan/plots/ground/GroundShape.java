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

    /** The 3° zone in which its centroid lies, whatever zone its coordinates are in. */
    public int zone() {
        var centroid = geometry.getCentroid().getCoordinate();
        if (Double.isNaN(centroid.x)) {
            centroid = geometry.getCoordinate();
        }
        return Crs.zoneAt(crs.to(Crs.GEOGRAPHIC, centroid).x);
    }
}
