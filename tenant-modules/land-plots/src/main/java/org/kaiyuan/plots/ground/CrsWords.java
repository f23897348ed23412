package org.kaiyuan.plots.ground;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How files name systems of coordinates: by EPSG codes, URNs, and the WKT of a .prj. */
final class CrsWords {
    private static final Pattern EPSG = Pattern.compile("(?i)EPSG[:/]+(?:[\\d.]*[:/]+)?(\\d{4,6})");
    private static final Pattern AUTHORITY =
            Pattern.compile(
                    "(?i)(?:AUTHORITY|ID)\\s*\\[\\s*\"EPSG\"\\s*,\\s*\"?(\\d{4,6})\"?\\s*\\]\\s*\\]\\s*$");
    private static final Pattern PARAMETER =
            Pattern.compile("(?i)PARAMETER\\s*\\[\\s*\"([^\"]+)\"\\s*,\\s*([-+\\d.eE]+)");
    private static final Pattern GEOGRAPHIC = Pattern.compile("(?i)^\\s*GEOG(CS|CRS)\\s*\\[");

    private CrsWords() {}

    /** Null where the system is none of CGCS2000. */
    static Placement.@Nullable Declared declared(int epsg) {
        if (epsg >= 4491 && epsg <= 4501) {
            return Placement.Declared.zone(Crs.ofSixDegreeZone(epsg - 4491 + 13));
        }
        return Crs.ofEpsg(epsg).map(Placement.Declared::crs).orElse(null);
    }

    /** A name such as {@code urn:ogc:def:crs:EPSG::4523}, {@code EPSG:4523} or {@code urn:ogc:def:crs:OGC:1.3:CRS84}. */
    static Placement.@Nullable Declared named(String name) {
        if (name.toUpperCase(Locale.ROOT).contains("CRS84")) {
            return Placement.Declared.crs(Crs.GEOGRAPHIC);
        }
        var epsg = EPSG.matcher(name);
        return epsg.find() ? declared(Integer.parseInt(epsg.group(1))) : null;
    }

    /** The text of a .prj, in the words of ESRI or OGC. */
    static Placement.@Nullable Declared prj(String wkt) {
        var text = wkt.strip();
        if (!text.matches(
                "(?is).*(CGCS_?2000|China_?_?Geodetic_Coordinate_System_2000|China[ _]2000|China Geodetic Coordinate System 2000).*")) {
            // longitudes of WGS 84 are taken as they are; its projections are others than ours
            return GEOGRAPHIC.matcher(text).find() && text.matches("(?is).*WGS[_ ]?(19)?84.*")
                    ? Placement.Declared.crs(Crs.GEOGRAPHIC)
                    : null;
        }
        if (GEOGRAPHIC.matcher(text).find()) {
            return Placement.Declared.crs(Crs.GEOGRAPHIC);
        }
        var authority = AUTHORITY.matcher(text);
        if (authority.find()) {
            var known = declared(Integer.parseInt(authority.group(1)));
            if (known != null) {
                return known;
            }
        }
        return byParameters(text);
    }

    private static Placement.@Nullable Declared byParameters(String text) {
        if (!text.matches("(?is).*PROJECTION\\s*\\[\\s*\"(Gauss_Kruger|Transverse_Mercator)\".*")) {
            return null;
        }
        double meridian = Double.NaN;
        double scale = 1;
        double origin = 0;
        var parameter = PARAMETER.matcher(text);
        while (parameter.find()) {
            double value = PlainNumber.coordinate(parameter.group(2));
            switch (parameter.group(1).toLowerCase(Locale.ROOT)) {
                case "central_meridian" -> meridian = value;
                case "scale_factor" -> scale = value;
                case "latitude_of_origin" -> origin = value;
                case "false_northing" -> origin += value;
                default -> {}
            }
        }
        int zone = (int) (meridian / 3);
        return scale == 1 && origin == 0 && meridian % 3 == 0 && Crs.isZone(zone)
                ? Placement.Declared.zone(zone)
                : null;
    }
}
