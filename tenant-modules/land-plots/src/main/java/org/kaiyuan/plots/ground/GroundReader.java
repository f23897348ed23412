package org.kaiyuan.plots.ground;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads shapes out of files, whatever they are called. Faults and assumptions come back as values; a plot is read
 * in full or not at all.
 */
public final class GroundReader {
    private static final Pattern SHAPE_WORD =
            Pattern.compile(
                    "(?s)(SRID\\s*=\\s*\\d+\\s*;)?\\s*(MULTI)?(POLYGON|POINT|LINESTRING|LINEARRING|GEOMETRYCOLLECTION)\\b.*",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern HEAD_LINE = Pattern.compile("(?m)[@＠][,，\\s]*$");

    private GroundReader() {}

    public static GroundReading read(byte[] content, ReadingOptions options) {
        try {
            if (content.length == 0) {
                throw new Unreadable.File("empty");
            }
            if (content.length > GroundLimits.FILE_BYTES) {
                throw new Unreadable.File("large", GroundLimits.FILE_BYTES >> 20);
            }
            if (ZipParts.isZip(content)) {
                return zip(content, options);
            }
            if (ShapefileReader.isShp(content)) {
                throw new Unreadable.File("shpAlone");
            }
            refuseBinary(content);
            return text(FileText.of(content), options);
        } catch (Unreadable.File unreadable) {
            return GroundReading.failed(null, null, unreadable.fault());
        }
    }

    private static GroundReading zip(byte[] content, ReadingOptions options)
            throws Unreadable.File {
        var parts = ZipParts.of(content);
        var shapefiles = parts.keySet().stream().filter(name -> name.endsWith(".shp")).toList();
        if (shapefiles.size() > 1) {
            throw new Unreadable.File("zipMany", shapefiles.size());
        }
        if (!shapefiles.isEmpty()) {
            return failing(
                    GroundFormat.SHAPEFILE,
                    null,
                    () -> ShapefileReader.read(parts, shapefiles.get(0), options));
        }
        var maps = parts.keySet().stream().filter(name -> name.endsWith(".kml")).toList();
        if (maps.size() > 1) {
            throw new Unreadable.File("zipMany", maps.size());
        }
        if (maps.isEmpty()) {
            throw new Unreadable.File("zipNothing");
        }
        return text(FileText.of(parts.getOrDefault(maps.get(0), new byte[0])), options);
    }

    private static GroundReading text(FileText file, ReadingOptions options)
            throws Unreadable.File {
        var start = file.text().stripLeading();
        if (start.isEmpty()) {
            throw new Unreadable.File("empty");
        }
        if (start.startsWith("{")) {
            return failing(
                    GroundFormat.GEOJSON, file, () -> new GeoJsonReading(file, options).read());
        }
        if (start.startsWith("<")) {
            return failing(GroundFormat.KML, file, () -> new KmlReading(file, options).read());
        }
        if (SHAPE_WORD.matcher(start.substring(0, Math.min(start.length(), 200))).matches()) {
            return failing(GroundFormat.WKT, file, () -> WktReading.read(file, options));
        }
        if (start.contains("[地块坐标]") || HEAD_LINE.matcher(start).find()) {
            return failing(
                    GroundFormat.COORDINATE_TEXT,
                    file,
                    () -> new CoordinateTextReading(file, options).read());
        }
        throw new Unreadable.File("unknownFormat");
    }

    private static void refuseBinary(byte[] content) throws Unreadable.File {
        boolean sixteenBits =
                content.length > 1
                        && ((content[0] & 0xff) == 0xff && (content[1] & 0xff) == 0xfe
                                || (content[0] & 0xff) == 0xfe && (content[1] & 0xff) == 0xff);
        for (int i = 0; !sixteenBits && i < Math.min(content.length, 4096); i++) {
            if (content[i] == 0) {
                throw new Unreadable.File("unknownFormat");
            }
        }
    }

    private interface Reading {
        GroundReading read() throws Unreadable.File;
    }

    private static GroundReading failing(
            GroundFormat format, @Nullable FileText file, Reading reading) {
        try {
            return reading.read();
        } catch (Unreadable.File unreadable) {
            return GroundReading.failed(
                    format, file == null ? null : file.charset(), unreadable.fault());
        }
    }
}
