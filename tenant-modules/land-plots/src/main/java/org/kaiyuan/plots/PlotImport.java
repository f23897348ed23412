package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.Quotas;
import org.kaiyuan.plots.domain.PlacedShape;
import org.kaiyuan.plots.domain.Placing;
import org.kaiyuan.plots.domain.Plot;
import org.kaiyuan.plots.domain.PlotRules;
import org.kaiyuan.plots.domain.Plots;
import org.kaiyuan.plots.ground.Ground;
import org.kaiyuan.plots.ground.GroundReader;
import org.kaiyuan.plots.ground.GroundRecord;
import org.kaiyuan.plots.ground.GroundShape;
import org.kaiyuan.plots.ground.ReadingOptions;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Bringing plots from a file: looked at as often as one likes, taken in whole or not at all. */
@Service
@Transactional
public class PlotImport {
    /** Declared and computed area may differ by so much before it is told: 0.5 percent. */
    private static final BigDecimal TOLERATED = new BigDecimal("0.005");

    private static final String UNKNOWN_USE = "16";

    private final Plots plots;
    private final PlotOverlaps overlaps;
    private final ChangeHistory history;
    private final Quotas quotas;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    PlotImport(
            Plots plots,
            PlotOverlaps overlaps,
            ChangeHistory history,
            Quotas quotas,
            JdbcTemplate jdbc,
            Clock clock) {
        this.plots = plots;
        this.overlaps = overlaps;
        this.history = history;
        this.quotas = quotas;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What the file would bring; nothing is written. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + PlotPermissions.IMPORT + "')")
    public BroughtFile look(byte[] content, ReadingOptions options) {
        return read(content, options);
    }

    /**
     * Takes it in when nothing of it is at fault; else nothing is written and the faults are told.
     *
     * @param agreed whether a person agrees with what was assumed
     * @throws org.kaiyuan.platform.tenancy.QuotaRefused when the zone may not have so many more records
     */
    @PreAuthorize("hasRole('" + PlotPermissions.IMPORT + "')")
    public BroughtFile bring(byte[] content, ReadingOptions options, boolean agreed) {
        overlaps.alone();
        var read = read(content, options);
        if (!read.isGood() || (!agreed && !read.isCertain())) {
            return read;
        }
        quotas.refuseRecordsBeyond(read.plots().size());
        var today = LocalDate.now(clock);
        var now = clock.instant();
        var tenant = CurrentTenant.get();
        var taken = new ArrayList<BroughtPlot>();
        for (var one : read.plots()) {
            var plot =
                    new Plot(
                            tenant,
                            PlotId.next(),
                            profile(one),
                            Placing.of(one.shape()),
                            PlotState.PLANNED,
                            today,
                            now);
            plots.save(plot);
            taken.add(with(plot.id(), one));
        }
        plots.flush();
        history.recordEach(
                Plot.SUBJECT,
                taken.stream().map(one -> one.id() == null ? null : one.id().value()).toList(),
                "imported",
                List.of());
        return new BroughtFile(read.format(), taken, List.of(), true);
    }

    private BroughtFile read(byte[] content, ReadingOptions options) {
        var reading = GroundReader.read(content, options);
        var faults =
                reading.faults().stream()
                        .map(fault ->
                                new BroughtPlot.Note(fault.key(), Arrays.asList(fault.arguments())))
                        .toList();
        var placed = new ArrayList<Placed>();
        for (var record : reading.records()) {
            placed.add(new Placed(record, Placing.of(record.shape())));
        }
        var taken = takenNumbers(placed);
        var existing = existing(placed);
        var among = tree(placed);
        var seen = new HashMap<String, Integer>();
        var brought = new ArrayList<BroughtPlot>();
        for (int i = 0; i < placed.size(); i++) {
            brought.add(checked(i, placed.get(i), placed, taken, seen, existing, among));
        }
        return new BroughtFile(reading.format(), brought, faults, false);
    }

    /** A record and where it would lie. */
    private record Placed(GroundRecord record, PlacedShape ground) {}

    /** A plot that is there. */
    private record There(String number, GroundShape shape) {}

    private BroughtPlot checked(
            int at,
            Placed one,
            List<Placed> all,
            Set<String> taken,
            Map<String, Integer> seen,
            STRtree existing,
            STRtree among) {
        var record = one.record();
        var number = record.number().isBlank() ? "" : record.number().strip();
        var name = record.name().isBlank() ? number : record.name().strip();
        var notes = new ArrayList<BroughtPlot.Note>();
        var faults = new ArrayList<BroughtPlot.Note>();
        record.repairs()
                .forEach(repair ->
                        notes.add(
                                new BroughtPlot.Note(
                                        repair.key(), Arrays.asList(repair.arguments()))));
        var first = number.isEmpty() ? null : seen.putIfAbsent(number, record.line());
        if (number.isEmpty()) {
            faults.add(note("numberMissing", record));
        } else if (first != null) {
            faults.add(note("numberTwice", record, first));
        } else if (taken.contains(number)) {
            faults.add(note("numberTaken", record));
        }
        if (!record.useCode().isEmpty() && !LandUses.isKnown(record.useCode())) {
            faults.add(note("useUnknown", record, record.useCode()));
        }
        Ground.fault(record.shape())
                .ifPresent(fault ->
                        faults.add(
                                note(
                                        "shapeFault",
                                        record,
                                        fault.fault(),
                                        fault.place().y,
                                        fault.place().x)));
        if (faults.isEmpty()) {
            overlapping(at, one, all, existing, among, faults);
        }
        var declared = record.declaredAreaM2();
        var computed = one.ground().areaM2();
        if (declared != null && differs(declared, computed)) {
            notes.add(note("areaDiffers", record, declared, computed));
        }
        return new BroughtPlot(
                null,
                record.line(),
                number,
                name,
                record.useCode().isEmpty() ? UNKNOWN_USE : record.useCode(),
                declared,
                computed,
                record.shape(),
                notes,
                faults);
    }

    @SuppressWarnings("unchecked") // only what we put in
    private static void overlapping(
            int at,
            Placed one,
            List<Placed> all,
            STRtree existing,
            STRtree among,
            List<BroughtPlot.Note> faults) {
        var box = box(one.ground());
        for (var there : (List<There>) existing.query(box)) {
            Ground.overlap(one.record().shape(), there.shape())
                    .ifPresent(overlap ->
                            faults.add(
                                    note(
                                            "overlapsPlot",
                                            one.record(),
                                            there.number(),
                                            rounded(overlap.areaM2()))));
        }
        for (var other : (List<Integer>) among.query(box)) {
            if (other < at) {
                var earlier = all.get(other).record();
                if (Ground.fault(earlier.shape()).isEmpty()) {
                    Ground.overlap(one.record().shape(), earlier.shape())
                            .ifPresent(overlap ->
                                    faults.add(
                                            note(
                                                    "overlapsRow",
                                                    one.record(),
                                                    earlier.line(),
                                                    rounded(overlap.areaM2()))));
                }
            }
        }
    }

    private static boolean differs(BigDecimal declared, BigDecimal computed) {
        return declared.subtract(computed).abs().compareTo(computed.multiply(TOLERATED)) > 0;
    }

    private static BigDecimal rounded(double m2) {
        return BigDecimal.valueOf(m2).setScale(2, RoundingMode.HALF_UP);
    }

    private static Envelope box(PlacedShape ground) {
        return new Envelope(ground.west(), ground.east(), ground.south(), ground.north());
    }

    private static STRtree tree(List<Placed> placed) {
        var tree = new STRtree();
        for (int i = 0; i < placed.size(); i++) {
            tree.insert(box(placed.get(i).ground()), i);
        }
        tree.build();
        return tree;
    }

    /** Those that lie where the file's plots would: one statement for all. */
    private STRtree existing(List<Placed> placed) {
        var tree = new STRtree();
        if (!placed.isEmpty()) {
            var whole = new Envelope();
            placed.forEach(one -> whole.expandToInclude(box(one.ground())));
            jdbc.query(
                    """
                    select number, zone, shape, west, east, south, north from plots.plot
                    where ended_on is null and west <= ? and east >= ? and south <= ? and north >= ?\
                    """,
                    row -> {
                        tree.insert(
                                new Envelope(
                                        row.getDouble(4),
                                        row.getDouble(5),
                                        row.getDouble(6),
                                        row.getDouble(7)),
                                new There(
                                        row.getString(1),
                                        Placing.shape(row.getInt(2), row.getBytes(3))));
                    },
                    whole.getMaxX(),
                    whole.getMinX(),
                    whole.getMaxY(),
                    whole.getMinY());
        }
        tree.build();
        return tree;
    }

    private Set<String> takenNumbers(List<Placed> placed) {
        var numbers =
                placed.stream().map(one -> one.record().number().strip()).toArray(String[]::new);
        return new HashSet<>(
                jdbc.queryForList(
                        "select number from plots.plot where ended_on is null and number = any (?)",
                        String.class,
                        (Object) numbers));
    }

    private static BroughtPlot.Note note(String what, GroundRecord record, Object... details) {
        var arguments = new ArrayList<Object>();
        arguments.add(Integer.toString(record.line()));
        arguments.add(record.label());
        arguments.addAll(Arrays.asList(details));
        return new BroughtPlot.Note("plots.import." + what, arguments);
    }

    private static BroughtPlot with(PlotId id, BroughtPlot one) {
        return new BroughtPlot(
                id,
                one.line(),
                one.number(),
                one.name(),
                one.useCode(),
                one.declaredM2(),
                one.computedM2(),
                one.shape(),
                one.notes(),
                one.faults());
    }

    private static PlotProfile profile(BroughtPlot one) {
        return PlotRules.checked(
                new PlotProfile(
                        one.number(),
                        one.name(),
                        one.useCode(),
                        List.of(),
                        one.declaredM2(),
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
                        null));
    }
}
