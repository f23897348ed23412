package org.kaiyuan.plots.ground;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Polygons of a Shapefile (ESRI Shapefile Technical Description, 1998) with their attributes; heights and measures
 * are left out.
 */
final class ShapefileReader {
    static final int FILE_CODE = 9994;
    static final int POLYGON = 5;
    private static final int POLYGON_Z = 15;
    private static final int POLYGON_M = 25;
    private static final int HEADER = 100;

    private ShapefileReader() {}

    static boolean isShp(byte[] content) {
        return content.length >= HEADER && ByteBuffer.wrap(content).getInt() == FILE_CODE;
    }

    /** @param parts of the zip, by name */
    static GroundReading read(Map<String, byte[]> parts, String shp, ReadingOptions options)
            throws Unreadable.File {
        var base = shp.substring(0, shp.length() - "shp".length());
        var findings = new Findings(options);
        var declared = declared(parts.get(base + "prj"));
        var dbf = parts.get(base + "dbf");
        if (dbf == null) {
            throw new Unreadable.File("dbfMissing");
        }
        var table = DbfTable.of(dbf, parts.get(base + "cpg"));
        var shapes = shapes(parts.getOrDefault(shp, new byte[0]));
        if (shapes.size() != table.rows()) {
            throw new Unreadable.File("dbfRows", shapes.size(), table.rows());
        }
        for (int i = 0; i < shapes.size(); i++) {
            if (table.isDeleted(i)) {
                continue;
            }
            var draft = findings.draft(i + 1);
            try {
                for (var cell : table.row(i).entrySet()) {
                    draft.attribute(cell.getKey(), cell.getValue());
                }
                rings(shapes.get(i), draft, findings);
                findings.record(draft.record(declared, options, Rings::oriented));
            } catch (Unreadable.Plot unreadable) {
                findings.fault(unreadable);
            }
        }
        return findings.reading(GroundFormat.SHAPEFILE, table.charset());
    }

    private static Placement.Declared declared(byte @Nullable [] prj) throws Unreadable.File {
        if (prj == null) {
            return Placement.Declared.NOTHING;
        }
        var text = FileText.of(prj).text().strip();
        if (text.isEmpty()) {
            return Placement.Declared.NOTHING;
        }
        var declared = CrsWords.prj(text);
        if (declared == null) {
            int end = text.indexOf(',');
            throw new Unreadable.File(
                    "crsUnknown", text.substring(0, Math.min(end < 0 ? 80 : end, text.length())));
        }
        return declared;
    }

    private static List<ByteBuffer> shapes(byte[] content) throws Unreadable.File {
        if (!isShp(content)) {
            throw new Unreadable.File("shpBroken", 0);
        }
        var file = ByteBuffer.wrap(content);
        int type = file.order(ByteOrder.LITTLE_ENDIAN).getInt(32);
        if (type != POLYGON && type != POLYGON_Z && type != POLYGON_M) {
            throw new Unreadable.File("shpKind", type);
        }
        file.order(ByteOrder.BIG_ENDIAN);
        // the header's own length is not believed beyond the file's
        long declaredEnd = 2L * Integer.toUnsignedLong(file.getInt(24));
        if (declaredEnd > content.length) {
            throw new Unreadable.File("shpBroken", 0);
        }
        var shapes = new ArrayList<ByteBuffer>();
        file.position(HEADER);
        while (file.position() + 8 <= declaredEnd) {
            file.getInt();
            long length = 2L * file.getInt();
            if (length < 4 || length > declaredEnd - file.position()) {
                throw new Unreadable.File("shpBroken", shapes.size() + 1);
            }
            if (shapes.size() == GroundLimits.RECORDS) {
                throw new Unreadable.File("recordsMany", GroundLimits.RECORDS);
            }
            shapes.add(file.slice(file.position(), (int) length).order(ByteOrder.LITTLE_ENDIAN));
            file.position(file.position() + (int) length);
        }
        return shapes;
    }

    private static void rings(ByteBuffer shape, Draft draft, Findings findings)
            throws Unreadable.Plot, Unreadable.File {
        int type = shape.getInt();
        if (type == 0) {
            throw new Unreadable.Plot(draft.line, draft.label(), "noRings");
        }
        if (type != POLYGON && type != POLYGON_Z && type != POLYGON_M || shape.remaining() < 40) {
            throw new Unreadable.Plot(draft.line, draft.label(), "shpShape");
        }
        shape.position(36);
        int parts = shape.getInt();
        int points = shape.getInt();
        if (parts < 0 || points < 0 || 4L * parts + 16L * points > shape.remaining()) {
            throw new Unreadable.Plot(draft.line, draft.label(), "shpShape");
        }
        if (parts > GroundLimits.RINGS) {
            throw new Unreadable.Plot(draft.line, draft.label(), "ringsMany", GroundLimits.RINGS);
        }
        if (parts == 0) {
            throw new Unreadable.Plot(draft.line, draft.label(), "noRings");
        }
        findings.count(points);
        var starts = new int[parts + 1];
        for (int i = 0; i < parts; i++) {
            starts[i] = shape.getInt();
        }
        starts[parts] = points;
        boolean rising = starts[0] == 0;
        for (int i = 0; i < parts; i++) {
            rising &= starts[i] < starts[i + 1];
        }
        if (!rising) {
            throw new Unreadable.Plot(draft.line, draft.label(), "shpShape");
        }
        for (int i = 0; i < parts; i++) {
            var ring = new RawRing();
            for (int p = starts[i]; p < starts[i + 1]; p++) {
                ring.add(shape.getDouble(), shape.getDouble(), draft.line);
            }
            draft.rings.add(ring);
        }
    }

    /** What stands in a .cpg file. */
    static String word(byte[] cpg) {
        return new String(cpg, StandardCharsets.ISO_8859_1).strip();
    }
}
