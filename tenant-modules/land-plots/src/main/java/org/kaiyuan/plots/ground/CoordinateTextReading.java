package org.kaiyuan.plots.ground;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.ground.DeclaredArea.Unit;

/**
 * The national coordinate text (报部坐标文本), with all that is found in the wild: 7 to 14 fields in a plot's head,
 * points without "J", blanks before them, zones without number, exchanged axes, rings that do not come back to
 * their first point, and several pieces of ground in one plot.
 *
 * <p>In it X is the northing and comes first.
 */
final class CoordinateTextReading {
    private static final int MIN_FIELDS = 7;
    private static final int MAX_FIELDS = 14;
    private static final Pattern LINE = Pattern.compile("\r\n|\n|\r");
    private static final Pattern CODE = Pattern.compile("\\d{2,6}[A-Z]?");
    static final String FIELD = "字段";
    static final String SHEET = "图幅号";

    private final FileText file;
    private final Findings findings;
    private int declaredZone;
    private @Nullable Draft plot;
    private int declaredPoints;
    private int closings;
    private int unclosed;
    private int points;
    private int ringNumber;
    private @Nullable RawRing ring;
    private boolean ringDone;

    CoordinateTextReading(FileText file, ReadingOptions options) {
        this.file = file;
        findings = new Findings(options);
    }

    GroundReading read() throws Unreadable.File {
        var lines = LINE.split(file.text(), -1);
        boolean faulty = false;
        for (int i = 0; i < lines.length; i++) {
            var line = clean(lines[i]);
            int number = i + 1;
            if (line.isEmpty()) {
                continue;
            }
            try {
                if (line.startsWith("[")) {
                    close();
                    faulty = false;
                } else if (isHead(line)) {
                    close();
                    faulty = false;
                    head(line, number);
                } else if (plot != null) {
                    point(plot, line, number);
                } else if (line.indexOf('=') > 0) {
                    property(line, number);
                } else if (!faulty) {
                    throw new Unreadable.Plot(number, "", "pointWithoutHead");
                }
            } catch (Unreadable.Plot unreadable) {
                findings.fault(unreadable);
                plot = null;
                faulty = true;
            }
        }
        try {
            close();
        } catch (Unreadable.Plot unreadable) {
            findings.fault(unreadable);
        }
        return findings.reading(GroundFormat.COORDINATE_TEXT, file.charset());
    }

    private static String clean(String line) {
        var plain =
                line.replace('\u3000', ' ').replace('\u00a0', ' ').replace("\ufeff", "").strip();
        return plain.indexOf(',') < 0 ? plain.replace('，', ',') : plain;
    }

    private static boolean isHead(String line) {
        int end = line.length();
        while (end > 0 && (line.charAt(end - 1) == ',' || line.charAt(end - 1) == ' ')) {
            end--;
        }
        return end > 0 && (line.charAt(end - 1) == '@' || line.charAt(end - 1) == '＠');
    }

    private void property(String line, int number) throws Unreadable.File {
        int at = line.indexOf('=');
        var key = line.substring(0, at).strip();
        var value = line.substring(at + 1).strip();
        if (findings.header.size() < GroundLimits.ATTRIBUTES) {
            findings.header.put(key, value);
        }
        if (value.isEmpty()) {
            return;
        }
        switch (key) {
            case "带号" -> zone(number, value);
            case "中央子午线", "中央经线" -> meridian(number, value);
            case "几度分带" -> {
                if (!value.equals("3") && !value.equals("6")) {
                    throw new Unreadable.File(number, "zoneWidth", value);
                }
            }
            case "坐标系" -> {
                if (!value.contains("2000")) {
                    throw new Unreadable.File(number, "otherDatum", value);
                }
            }
            case "计量单位" -> {
                if (!value.equals("米") && !value.equalsIgnoreCase("m") && !value.equals("度")) {
                    throw new Unreadable.File(number, "otherUnit", value);
                }
            }
            default -> {}
        }
    }

    private void zone(int number, String value) throws Unreadable.File {
        int zone = PlainNumber.whole(value);
        if (!Crs.isZone(zone) && !(zone >= 13 && zone <= 23)) {
            throw new Unreadable.File(number, "zoneUnknown", value);
        }
        declaredZone = zone;
    }

    private void meridian(int number, String value) throws Unreadable.File {
        var degrees = PlainNumber.coordinate(value.replace("°", "").replace("度", ""));
        if (degrees % 3 != 0 || !Crs.isZone((int) (degrees / 3))) {
            throw new Unreadable.File(number, "zoneUnknown", value);
        }
        declaredZone = declaredZone == 0 ? (int) (degrees / 3) : declaredZone;
    }

    private Placement.Declared declared() {
        if (declaredZone == 0) {
            return Placement.Declared.NOTHING;
        }
        return Placement.Declared.zone(
                declaredZone < Crs.FIRST_ZONE ? Crs.ofSixDegreeZone(declaredZone) : declaredZone);
    }

    private void head(String line, int number) throws Unreadable.Plot, Unreadable.File {
        var fields =
                Arrays.stream(
                                line.substring(
                                                0,
                                                Math.max(
                                                        line.lastIndexOf('@'),
                                                        line.lastIndexOf('＠')))
                                        .split(",", -1))
                        .map(String::strip)
                        .toList();
        if (fields.get(fields.size() - 1).isEmpty()) {
            fields = fields.subList(0, fields.size() - 1);
        }
        var label = fields.size() > 3 ? GroundRecord.label(fields.get(2), fields.get(3)) : "";
        var draft = findings.draft(number);
        if (fields.size() < MIN_FIELDS || fields.size() > MAX_FIELDS) {
            throw new Unreadable.Plot(
                    number, label, "headFields", fields.size(), MIN_FIELDS, MAX_FIELDS);
        }
        declaredPoints = PlainNumber.whole(fields.get(0));
        if (declaredPoints < 0 && !fields.get(0).isEmpty()) {
            throw new Unreadable.Plot(number, label, "headCount", fields.get(0));
        }
        draft.number = fields.get(2);
        draft.name = fields.get(3);
        if (!fields.get(1).isEmpty()) {
            draft.declaredArea = DeclaredArea.of(fields.get(1), Unit.HECTARE).orElse(null);
            if (draft.declaredArea == null && !fields.get(1).matches("0*\\.?0*")) {
                throw new Unreadable.Plot(number, label, "headArea", fields.get(1));
            }
        }
        if (fields.get(4).equals("点") || fields.get(4).equals("线")) {
            throw new Unreadable.Plot(number, label, "notGround", fields.get(4));
        }
        words(draft, fields);
        plot = draft;
        points = 0;
        closings = 0;
        unclosed = 0;
        ring = null;
    }

    /** Sheet, use and its code; where there are more fields, the code is the one that looks like one. */
    private static void words(Draft draft, List<String> fields) throws Unreadable.Plot {
        draft.attribute(SHEET, fields.get(5));
        draft.useName = fields.get(6);
        int code = 7;
        if (code >= fields.size() || !CODE.matcher(fields.get(code)).matches()) {
            for (int i = 8; i < fields.size(); i++) {
                if (CODE.matcher(fields.get(i)).matches()) {
                    code = i;
                    break;
                }
            }
        }
        draft.useCode = code < fields.size() ? fields.get(code) : "";
        for (int i = 7; i < fields.size(); i++) {
            if (i != code) {
                draft.attribute(FIELD + (i + 1), fields.get(i));
            }
        }
    }

    private void point(Draft draft, String line, int number)
            throws Unreadable.Plot, Unreadable.File {
        var fields = line.split(",", -1);
        if (fields.length < 4) {
            throw new Unreadable.Plot(number, draft.label(), "pointFields", fields.length);
        }
        int inRing = PlainNumber.whole(fields[1]);
        double north = PlainNumber.coordinate(fields[2]);
        double east = PlainNumber.coordinate(fields[3]);
        if (inRing < 0) {
            throw new Unreadable.Plot(number, draft.label(), "pointRing", fields[1].strip());
        }
        if (Double.isNaN(north) || Double.isNaN(east)) {
            throw new Unreadable.Plot(
                    number,
                    draft.label(),
                    "pointNumber",
                    (Double.isNaN(north) ? fields[2] : fields[3]).strip());
        }
        findings.count(1);
        points++;
        var current = ring;
        if (current != null && inRing == ringNumber && ringDone && current.isAt(0, east, north)) {
            closings++;
            return;
        }
        if (current == null || inRing != ringNumber || ringDone) {
            if (current != null && !ringDone) {
                unclosed++;
            }
            current = new RawRing();
            draft.rings.add(current);
            ring = current;
            ringNumber = inRing;
            ringDone = false;
        }
        current.add(east, north, number);
        if (current.isClosed()) {
            ringDone = true;
            closings++;
        }
    }

    private void close() throws Unreadable.Plot {
        var draft = plot;
        plot = null;
        if (draft == null) {
            return;
        }
        if (ring != null && !ringDone) {
            unclosed++;
        }
        // some count the points that come back to the first, some do not
        if (declaredPoints > 0
                && (declaredPoints < points - closings || declaredPoints > points + unclosed)) {
            throw new Unreadable.Plot(
                    draft.line, draft.label(), "pointCount", declaredPoints, points);
        }
        findings.record(draft.record(declared(), findings.options, Rings::nested));
    }
}
