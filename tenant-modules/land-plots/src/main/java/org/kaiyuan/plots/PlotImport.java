package org.kaiyuan.plots;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.Quotas;
import org.kaiyuan.plots.domain.Placing;
import org.kaiyuan.plots.domain.Plot;
import org.kaiyuan.plots.domain.PlotRules;
import org.kaiyuan.plots.ground.Ground;
import org.kaiyuan.plots.ground.GroundReader;
import org.kaiyuan.plots.ground.GroundRecord;
import org.kaiyuan.plots.ground.ReadingOptions;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Bringing plots from a file: looked at as often as one likes, taken in whole or not at all. */
@Service
@Transactional
public class PlotImport {
    private final PlotBeginnings beginnings;
    private final PlotOverlaps overlaps;
    private final ChangeHistory history;
    private final Quotas quotas;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    PlotImport(
            PlotBeginnings beginnings,
            PlotOverlaps overlaps,
            ChangeHistory history,
            Quotas quotas,
            JdbcTemplate jdbc,
            Clock clock) {
        this.beginnings = beginnings;
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
        var ids = new ArrayList<UUID>();
        var beginning = new ArrayList<Plot>();
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
            beginning.add(plot);
            taken.add(with(plot.id(), one));
            ids.add(plot.id().value());
        }
        beginnings.begin(beginning);
        history.recordEach(Plot.SUBJECT, ids, "imported", List.of());
        return new BroughtFile(read.format(), taken, List.of(), true);
    }

    private BroughtFile read(byte[] content, ReadingOptions options) {
        var reading = GroundReader.read(content, options);
        var check = new PlotFileCheck(taken(reading.records()));
        whatIsThere(reading.records(), check);
        return new BroughtFile(
                reading.format(),
                reading.records().stream().map(check::check).toList(),
                reading.faults().stream().map(FileNote::of).toList(),
                false);
    }

    /** Those that lie where the file's plots would: one statement for all. */
    private void whatIsThere(List<GroundRecord> records, PlotFileCheck check) {
        var whole = new Envelope();
        records.forEach(record -> whole.expandToInclude(Ground.boundingBox(record.shape())));
        if (whole.isNull()) {
            return;
        }
        jdbc.query(
                """
                select number, zone, shape, west, east, south, north from plots.plot
                where ended_on is null and west <= ? and east >= ? and south <= ? and north >= ?\
                """,
                row -> {
                    check.isThere(
                            row.getString(1),
                            new Envelope(
                                    row.getDouble(4),
                                    row.getDouble(5),
                                    row.getDouble(6),
                                    row.getDouble(7)),
                            Placing.shape(row.getInt(2), row.getBytes(3)));
                },
                whole.getMaxX(),
                whole.getMinX(),
                whole.getMaxY(),
                whole.getMinY());
    }

    private Set<String> taken(List<GroundRecord> records) {
        var numbers = records.stream().map(PlotFileCheck::number).toArray(String[]::new);
        return new HashSet<>(
                jdbc.queryForList(
                        "select number from plots.plot where ended_on is null and number = any (?)",
                        String.class,
                        (Object) numbers));
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
                PlotFileCheck.profile(one.number(), one.name(), one.useCode(), one.declaredM2()));
    }
}
