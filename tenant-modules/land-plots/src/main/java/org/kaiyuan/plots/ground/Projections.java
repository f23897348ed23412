package org.kaiyuan.plots.ground;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.ProjCoordinate;

/**
 * Gauss–Krüger on the ellipsoid of CGCS2000, one projection for each 3° zone, made once.
 *
 * <p>{@code etmerc} is the same projection as the {@code tmerc} of the EPSG registry, computed by a series that
 * stays exact to the micrometre some zones away, where the other one is off by a tenth of a millimetre. A
 * transform keeps no state between calls, so all threads share it. GRS 80 has the axis and flattening that
 * CGCS2000 defines (6378137 m, 1/298.257222101).
 */
final class Projections {
    private static final List<CoordinateTransform> TO_PLANE = new ArrayList<>();
    private static final List<CoordinateTransform> TO_LON_LAT = new ArrayList<>();

    static {
        var systems = new CRSFactory();
        var transforms = new CoordinateTransformFactory();
        var lonLat =
                systems.createFromParameters("EPSG:4490", "+proj=longlat +ellps=GRS80 +no_defs");
        for (int zone = Crs.FIRST_ZONE; zone <= Crs.LAST_ZONE; zone++) {
            var crs = Crs.withoutPrefix(zone);
            var plane =
                    systems.createFromParameters(
                            crs.toString(),
                            "+proj=etmerc +lat_0=0 +lon_0="
                                    + crs.centralMeridian()
                                    + " +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +no_defs");
            TO_PLANE.add(transforms.createTransform(lonLat, plane));
            TO_LON_LAT.add(transforms.createTransform(plane, lonLat));
        }
    }

    private Projections() {}

    static Coordinate toPlane(int zone, Coordinate lonLat) {
        return transformed(TO_PLANE.get(zone - Crs.FIRST_ZONE), lonLat);
    }

    static Coordinate toLonLat(int zone, Coordinate plane) {
        return transformed(TO_LON_LAT.get(zone - Crs.FIRST_ZONE), plane);
    }

    private static Coordinate transformed(CoordinateTransform transform, Coordinate point) {
        var target = new ProjCoordinate();
        transform.transform(new ProjCoordinate(point.x, point.y), target);
        return new Coordinate(target.x, target.y);
    }
}
