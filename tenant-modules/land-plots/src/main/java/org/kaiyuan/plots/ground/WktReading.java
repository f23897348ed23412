package org.kaiyuan.plots.ground;

import java.util.ArrayList;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Well-known text: a shape begins in a new line and may go over several; {@code SRID=4523;} may stand before it. */
final class WktReading {
    private static final Pattern LINE = Pattern.compile("\r\n|\n|\r");
    private static final Pattern SRID =
            Pattern.compile("(?is)SRID\\s*=\\s*(\\d{1,9})\\s*;\\s*(.*)");
    private static final int DEPTH = 8;

    private WktReading() {}

    static GroundReading read(FileText file, ReadingOptions options) throws Unreadable.File {
        var findings = new Findings(options);
        var lines = LINE.split(file.text(), -1);
        var shape = new StringBuilder();
        int began = 0;
        int open = 0;
        for (int i = 0; i <= lines.length; i++) {
            var line = i < lines.length ? lines[i].strip() : "";
            if (shape.length() == 0) {
                began = i + 1;
            }
            open = depth(open, line, i + 1);
            if (!line.isEmpty()) {
                shape.append(line).append('\n');
            }
            if (shape.length() > 0 && (open <= 0 || i == lines.length)) {
                try {
                    shape(shape.toString().strip(), findings, findings.draft(began));
                } catch (Unreadable.Plot unreadable) {
                    findings.fault(unreadable);
                }
                shape.setLength(0);
                open = 0;
            }
        }
        return findings.reading(GroundFormat.WKT, file.charset());
    }

    /** The parser recurs, so nesting is bounded before it runs. */
    private static int depth(int open, String line, int number) throws Unreadable.File {
        int depth = open;
        int most = open;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            most = Math.max(most, depth);
        }
        if (most > DEPTH) {
            throw new Unreadable.File(number, "wktDeep");
        }
        return depth;
    }

    private static void shape(String text, Findings findings, Draft draft)
            throws Unreadable.Plot, Unreadable.File {
        var declared = Placement.Declared.NOTHING;
        var body = text;
        var srid = SRID.matcher(text);
        if (srid.matches()) {
            body = srid.group(2);
            int epsg = Integer.parseInt(srid.group(1));
            declared = CrsWords.declared(epsg);
            if (declared == null && epsg != 0) {
                throw new Unreadable.Plot(draft.line, draft.label(), "plotCrs", "EPSG:" + epsg);
            }
            declared = declared == null ? Placement.Declared.NOTHING : declared;
        }
        draft(parsed(body, draft), findings, draft);
        findings.record(draft.record(declared, findings.options, null));
    }

    private static Geometry parsed(String text, Draft draft) throws Unreadable.Plot {
        try {
            return new WKTReader().read(text);
        } catch (ParseException | IllegalArgumentException e) {
            throw new Unreadable.Plot(draft.line, draft.label(), "wktBroken");
        }
    }

    private static void draft(Geometry geometry, Findings findings, Draft draft)
            throws Unreadable.Plot, Unreadable.File {
        if (!(geometry instanceof Polygonal)) {
            throw new Unreadable.Plot(
                    draft.line, draft.label(), "notGround", geometry.getGeometryType());
        }
        findings.count(geometry.getNumPoints());
        for (var polygon : Ground.polygons(geometry)) {
            if (polygon.isEmpty()) {
                continue;
            }
            var rings = new ArrayList<RawRing>();
            rings.add(RawRing.of(polygon.getExteriorRing().getCoordinates(), draft.line));
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                rings.add(RawRing.of(polygon.getInteriorRingN(i).getCoordinates(), draft.line));
            }
            draft.polygon(rings);
        }
    }
}
