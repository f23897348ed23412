package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.domain.Faults;
import org.kaiyuan.plots.domain.PlacedShape;
import org.kaiyuan.plots.domain.Placing;
import org.kaiyuan.plots.domain.PlotRules;
import org.kaiyuan.plots.ground.Ground;
import org.kaiyuan.plots.ground.GroundRecord;
import org.kaiyuan.plots.ground.GroundShape;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.quadtree.Quadtree;

/** Checks the plots of one file, one after the other: each against what is there and against those before it. */
final class PlotFileCheck {
    /** Declared and computed area may differ by so much before it is told: 0.5 percent. */
    private static final BigDecimal TOLERATED = new BigDecimal("0.005");

    private final Set<String> taken;
    private final Map<String, Integer> seen = new HashMap<>();
    private final Quadtree ground = new Quadtree();

    /** @param taken numbers of the file that plots have already */
    PlotFileCheck(Set<String> taken) {
        this.taken = taken;
    }

    /**
     * What lies somewhere.
     *
     * @param line of the file; 0 for a plot that is there
     */
    private record Lying(String number, int line, GroundShape shape) {}

    /** A plot that is there already. */
    void isThere(String number, Envelope box, GroundShape shape) {
        ground.insert(box, new Lying(number, 0, shape));
    }

    /**
     * Its number; where the file has none, as no WKT has, one that says where it lies (easting and northing of a
     * point in it, metres), so that no other plot has it.
     */
    static String number(GroundRecord record) {
        var number = Faults.line(record.number());
        if (!number.isEmpty()) {
            return number;
        }
        var ground = Ground.canonical(record.shape()).geometry();
        var inside =
                ground.isValid()
                        ? ground.getInteriorPoint().getCoordinate()
                        : ground.getEnvelopeInternal().centre();
        return "未编号-%d-%d".formatted((long) inside.x, (long) inside.y);
    }

    /** What becomes of this one; those after it must not lie where it lies. */
    BroughtPlot check(GroundRecord read) {
        var number = number(read);
        var record = read.numbered(number);
        var notes = new ArrayList<FileNote>();
        var faults = new ArrayList<FileNote>();
        record.repairs().forEach(repair -> notes.add(FileNote.of(repair)));
        var name = record.name().isBlank() ? number : Faults.line(record.name());
        var use = record.useCode().isEmpty() ? LandUses.UNDECIDED : record.useCode();
        if (Faults.line(read.number()).isEmpty()) {
            notes.add(FileNote.of("numberMissing", record, number));
        }
        number(record, number, faults);
        use(record, notes, faults);
        papers(record, profile(number, name, use, record.declaredAreaM2()), faults);
        var placed = Placing.of(record.shape());
        var shape = Ground.fault(record.shape());
        if (shape.isPresent()) {
            faults.add(FileNote.of(shape.get(), record));
        } else {
            place(record, box(placed), faults);
        }
        area(record, placed.areaM2(), notes);
        return new BroughtPlot(
                null,
                record.line(),
                number,
                name,
                use,
                record.declaredAreaM2(),
                placed.areaM2(),
                record.shape(),
                notes,
                faults);
    }

    /** What a file says of a plot. */
    static PlotProfile profile(
            String number, String name, String useCode, @Nullable BigDecimal declaredM2) {
        return new PlotProfile(
                number,
                name,
                useCode,
                List.of(),
                declaredM2,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null);
    }

    /** What the register would refuse, by line and plot; what is told in other words already is left out. */
    private static void papers(GroundRecord record, PlotProfile profile, List<FileNote> faults) {
        try {
            PlotRules.checked(profile);
        } catch (PlotFieldsRefused refused) {
            for (var fault : refused.fields()) {
                var rule = fault.messageKey().substring(fault.messageKey().lastIndexOf('.') + 1);
                if (!rule.equals("required") && !rule.equals("use")) {
                    faults.add(
                            FileNote.of(
                                    fault.field() + "." + rule,
                                    record,
                                    fault.arguments().toArray()));
                }
            }
        }
    }

    static Envelope box(PlacedShape ground) {
        return new Envelope(ground.west(), ground.east(), ground.south(), ground.north());
    }

    private void number(GroundRecord record, String number, List<FileNote> faults) {
        var first = seen.putIfAbsent(number, record.line());
        if (first != null) {
            faults.add(FileNote.of("numberTwice", record, first));
        } else if (taken.contains(number)) {
            faults.add(FileNote.of("numberTaken", record));
        }
    }

    private static void use(GroundRecord record, List<FileNote> notes, List<FileNote> faults) {
        if (record.useCode().isEmpty()) {
            notes.add(FileNote.of("useMissing", record, LandUses.shown(LandUses.UNDECIDED)));
        } else if (!LandUses.isKnown(record.useCode())) {
            faults.add(FileNote.of("useUnknown", record, record.useCode()));
        }
    }

    private void place(GroundRecord record, Envelope box, List<FileNote> faults) {
        ground.query(
                box,
                item -> {
                    var other = (Lying) item;
                    Ground.overlap(record.shape(), other.shape())
                            .ifPresent(overlap ->
                                    faults.add(overlapping(record, other, overlap.areaM2())));
                });
        ground.insert(box, new Lying(record.number(), record.line(), record.shape()));
    }

    private static FileNote overlapping(GroundRecord record, Lying other, double areaM2) {
        var rounded = BigDecimal.valueOf(areaM2).setScale(2, RoundingMode.HALF_UP);
        return other.line() == 0
                ? FileNote.of("overlapsPlot", record, other.number(), rounded)
                : FileNote.of("overlapsRow", record, other.line(), rounded);
    }

    private static void area(GroundRecord record, BigDecimal computed, List<FileNote> notes) {
        var declared = record.declaredAreaM2();
        if (declared != null
                && declared.subtract(computed).abs().compareTo(computed.multiply(TOLERATED)) > 0) {
            notes.add(FileNote.of("areaDiffers", record, declared, computed));
        }
    }
}
