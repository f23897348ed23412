package org.kaiyuan.plots.ground;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** A Shapefile of polygons with its index, attributes, projection and code page, in one zip. */
final class ShapefileWriting {
    private static final int HEADER = 100;

    private ShapefileWriting() {}

    static byte[] write(List<GroundRecord> records, WritingOptions options) {
        var zone = GroundWriter.zoneOfAll(records, options);
        var crs = zone == null ? Crs.GEOGRAPHIC : zone;
        var shapes =
                records.stream().map(r -> Rings.normalised(r.shape().in(crs).geometry())).toList();
        var table = new DbfWriting(records, options);
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            part(zip, "plots.shp", shp(shapes));
            part(zip, "plots.shx", shx(shapes));
            part(zip, "plots.dbf", table.bytes());
            part(zip, "plots.prj", prj(crs).getBytes(StandardCharsets.US_ASCII));
            part(zip, "plots.cpg", codePage(table.charset()).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory could not be written", e);
        }
        return out.toByteArray();
    }

    private static String codePage(Charset charset) {
        return charset.equals(StandardCharsets.UTF_8) ? "UTF-8" : charset.name();
    }

    private static void part(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] shp(List<Geometry> shapes) {
        int length = HEADER;
        for (var shape : shapes) {
            length += 8 + contentLength(shape);
        }
        var file = ByteBuffer.allocate(length);
        header(file, length, shapes);
        int number = 1;
        for (var shape : shapes) {
            file.order(ByteOrder.BIG_ENDIAN).putInt(number++).putInt(contentLength(shape) / 2);
            polygon(file.order(ByteOrder.LITTLE_ENDIAN), shape);
        }
        return file.array();
    }

    private static byte[] shx(List<Geometry> shapes) {
        int length = HEADER + 8 * shapes.size();
        var file = ByteBuffer.allocate(length);
        header(file, length, shapes);
        file.order(ByteOrder.BIG_ENDIAN);
        int at = HEADER;
        for (var shape : shapes) {
            file.putInt(at / 2).putInt(contentLength(shape) / 2);
            at += 8 + contentLength(shape);
        }
        return file.array();
    }

    private static void header(ByteBuffer file, int length, List<Geometry> shapes) {
        var box = new Envelope();
        shapes.forEach(shape -> box.expandToInclude(shape.getEnvelopeInternal()));
        file.order(ByteOrder.BIG_ENDIAN).putInt(ShapefileReader.FILE_CODE);
        file.putInt(24, length / 2);
        file.order(ByteOrder.LITTLE_ENDIAN).position(28);
        file.putInt(1000).putInt(ShapefileReader.POLYGON);
        box(file, box);
        file.position(HEADER);
    }

    private static void box(ByteBuffer file, Envelope box) {
        boolean none = box.isNull();
        file.putDouble(none ? 0 : box.getMinX()).putDouble(none ? 0 : box.getMinY());
        file.putDouble(none ? 0 : box.getMaxX()).putDouble(none ? 0 : box.getMaxY());
    }

    private static List<Coordinate[]> rings(Geometry shape) {
        var rings = new ArrayList<Coordinate[]>();
        for (var polygon : Ground.polygons(shape)) {
            GroundWriter.rings(polygon).forEach(ring -> rings.add(ring.getCoordinates()));
        }
        return rings;
    }

    private static int contentLength(Geometry shape) {
        return 44 + 4 * rings(shape).size() + 16 * shape.getNumPoints();
    }

    private static void polygon(ByteBuffer file, Geometry shape) {
        var rings = rings(shape);
        file.putInt(ShapefileReader.POLYGON);
        box(file, shape.getEnvelopeInternal());
        file.putInt(rings.size()).putInt(shape.getNumPoints());
        int start = 0;
        for (var ring : rings) {
            file.putInt(start);
            start += ring.length;
        }
        for (var ring : rings) {
            for (var point : ring) {
                file.putDouble(point.x).putDouble(point.y);
            }
        }
    }

    /** In the words of ESRI, which every program knows. */
    static String prj(Crs crs) {
        var geographic =
                "GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\","
                        + "SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],"
                        + "UNIT[\"Degree\",0.0174532925199433]]";
        if (crs.geographic()) {
            return geographic;
        }
        var name =
                crs.prefixed()
                        ? "CGCS2000_3_Degree_GK_Zone_" + crs.zone()
                        : "CGCS2000_3_Degree_GK_CM_" + crs.centralMeridian() + "E";
        return "PROJCS[\""
                + name
                + "\","
                + geographic
                + ",PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\","
                + GroundWriter.decimal(crs.falseEasting(), 1)
                + "],PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\","
                + crs.centralMeridian()
                + ".0],PARAMETER[\"Scale_Factor\",1.0],PARAMETER[\"Latitude_Of_Origin\",0.0],"
                + "UNIT[\"Meter\",1.0]]";
    }
}
