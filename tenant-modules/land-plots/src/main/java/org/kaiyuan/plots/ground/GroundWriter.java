package org.kaiyuan.plots.ground;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes shapes into files that {@link GroundReader} reads back with no coordinate off by more than 1 mm.
 *
 * <p>GeoJSON and KML carry all of a record. A coordinate text carries no attributes of one's own, WKT the shape
 * alone; in a Shapefile names of attributes end after 10 bytes and texts after 254.
 */
public final class GroundWriter {
    /** 1e-10 degree is 0.01 mm. */
    private static final int DEGREE_DECIMALS = 10;

    private static final int METRE_DECIMALS = 4;

    private GroundWriter() {}

    public static byte[] write(
            GroundFormat format, List<GroundRecord> records, WritingOptions options) {
        return switch (format) {
            case COORDINATE_TEXT -> CoordinateTextWriting.write(records, options);
            case GEOJSON -> GeoJsonWriting.write(records, options);
            case KML -> KmlWriting.write(records);
            case WKT -> wkt(records, options);
            case SHAPEFILE -> ShapefileWriting.write(records, options);
        };
    }

    private static byte[] wkt(List<GroundRecord> records, WritingOptions options) {
        var text = new StringWriter();
        for (var record : records) {
            var asked = options.crs();
            var crs = asked == null ? Crs.withPrefix(record.shape().zone()) : asked;
            var geometry = Rings.normalised(record.shape().in(crs).geometry());
            var polygons = Ground.polygons(geometry);
            text.append("SRID=").append(Integer.toString(crs.epsg())).append(';');
            text.append(polygons.size() == 1 ? "POLYGON " : "MULTIPOLYGON (");
            for (int i = 0; i < polygons.size(); i++) {
                text.append(i == 0 ? "" : ", ");
                wkt(polygons.get(i), crs, text);
            }
            text.append(polygons.size() == 1 ? "\n" : ")\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void wkt(Polygon polygon, Crs crs, StringWriter text) {
        text.append('(');
        var rings = rings(polygon);
        for (int i = 0; i < rings.size(); i++) {
            text.append(i == 0 ? "(" : ", (");
            var points = rings.get(i).getCoordinates();
            for (int p = 0; p < points.length; p++) {
                text.append(p == 0 ? "" : ", ");
                text.append(east(points[p], crs)).append(' ').append(north(points[p], crs));
            }
            text.append(')');
        }
        text.append(')');
    }

    /** Null where they lie in several zones and none was asked for. */
    static @Nullable Crs zoneOfAll(List<GroundRecord> records, WritingOptions options) {
        var zones = records.stream().map(record -> record.shape().zone()).distinct().toList();
        var asked = options.crs();
        if (asked == null) {
            return zones.size() == 1 ? Crs.withPrefix(zones.get(0)) : null;
        }
        if (!asked.geographic()
                && zones.stream().anyMatch(zone -> Math.abs(zone - asked.zone()) > 1)) {
            throw new IllegalArgumentException("Ground of zones " + zones + " is not for " + asked);
        }
        return asked;
    }

    /** Shell first. */
    static List<LinearRing> rings(Polygon polygon) {
        var rings = new ArrayList<LinearRing>();
        rings.add(polygon.getExteriorRing());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.add(polygon.getInteriorRingN(i));
        }
        return rings;
    }

    static String east(Coordinate point, Crs crs) {
        return decimal(point.x, crs.geographic() ? DEGREE_DECIMALS : METRE_DECIMALS);
    }

    static String north(Coordinate point, Crs crs) {
        return decimal(point.y, crs.geographic() ? DEGREE_DECIMALS : METRE_DECIMALS);
    }

    static String decimal(double number, int decimals) {
        return BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }

    /** Number, area, use and its code by names that the reader knows, then all others. */
    static Map<String, String> properties(GroundRecord record) {
        var properties = new LinkedHashMap<String, String>();
        properties.put("number", record.number());
        var area = record.declaredAreaM2();
        properties.put("areaM2", area == null ? "" : area.toPlainString());
        properties.put("useCode", record.useCode());
        properties.put("useName", record.useName());
        record.attributes().forEach(properties::putIfAbsent);
        properties.values().removeIf(String::isEmpty);
        return properties;
    }
}
