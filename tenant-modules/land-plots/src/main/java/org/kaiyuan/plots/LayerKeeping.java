package org.kaiyuan.plots;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.plots.domain.Placing;
import org.kaiyuan.plots.ground.Ground;
import org.kaiyuan.plots.ground.GroundReader;
import org.kaiyuan.plots.ground.ReadingOptions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The layers that the gates ask: brought from files, whole or not at all. */
@Service
@Transactional
public class LayerKeeping {
    /** What the history calls a layer. */
    static final String SUBJECT = "plots.layer";

    private static final int MOST = 500;

    private final JdbcTemplate jdbc;
    private final ChangeHistory history;
    private final Clock clock;

    LayerKeeping(JdbcTemplate jdbc, ChangeHistory history, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    /** A layer as a whole. */
    public record LayerLine(LayerKind kind, long shapes, double areaM2, Instant broughtAt) {}

    /** Every layer that has shapes. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + PlotPermissions.READ + "')")
    public List<LayerLine> layers() {
        return jdbc.query(
                """
                select kind, count(*), sum(area_m2), max(brought_at) from plots.layer_shape
                group by kind order by kind limit 20\
                """,
                (row, n) ->
                        new LayerLine(
                                LayerKind.valueOf(row.getString(1)),
                                row.getLong(2),
                                row.getDouble(3),
                                row.getTimestamp(4).toInstant()));
    }

    /** Which layers have shapes. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + PlotPermissions.READ + "')")
    public Set<LayerKind> kinds() {
        var kinds = EnumSet.noneOf(LayerKind.class);
        kinds.addAll(
                jdbc.query(
                        """
                        select k from unnest(?::text[]) k
                        where exists (select from plots.layer_shape l where l.kind = k)\
                        """,
                        (row, n) -> LayerKind.valueOf(row.getString(1)),
                        (Object)
                                Arrays.stream(LayerKind.values())
                                        .map(Enum::name)
                                        .toArray(String[]::new)));
        return kinds;
    }

    /** What the file would bring; nothing is written. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + PlotPermissions.LAYERS + "')")
    public BroughtLayer look(byte[] content, ReadingOptions options) {
        return read(content, options);
    }

    /**
     * Puts the shapes of a file in place of the layer, or adds them to it, when nothing of it is at fault; else
     * nothing is written.
     *
     * @param agreed whether a person agrees with what was assumed
     */
    @PreAuthorize("hasRole('" + PlotPermissions.LAYERS + "')")
    public BroughtLayer bring(
            LayerKind kind,
            byte[] content,
            ReadingOptions options,
            boolean instead,
            boolean agreed) {
        alone(kind);
        var read = read(content, options);
        if (!read.isGood() || (!agreed && !read.isCertain())) {
            return read;
        }
        if (instead) {
            jdbc.update("delete from plots.layer_shape where kind = ?", kind.name());
        }
        write(kind, read.pieces());
        history.record(
                SUBJECT,
                idOf(kind),
                instead ? "replaced" : "added",
                List.of(
                        new FieldChange(
                                kind.name(), null, Integer.toString(read.pieces().size()))));
        return read.whenTaken();
    }

    /** Waits for whoever changes this layer now, or two who replace it at once would leave both. */
    private void alone(LayerKind kind) {
        jdbc.query(
                "select pg_advisory_xact_lock(hashtextextended('plots.layer.' || ?, ?))",
                row -> {},
                kind.name(),
                CurrentTenant.get().value());
    }

    private static BroughtLayer read(byte[] content, ReadingOptions options) {
        var reading = GroundReader.read(content, options);
        var faults = new ArrayList<FileNote>();
        reading.faults().forEach(fault -> faults.add(FileNote.of(fault)));
        var pieces = new ArrayList<BroughtLayer.Piece>();
        for (var record : reading.records()) {
            Ground.fault(record.shape()).ifPresent(fault -> faults.add(FileNote.of(fault, record)));
            pieces.add(
                    new BroughtLayer.Piece(
                            record.label(), record.shape(), Placing.of(record.shape()).areaM2()));
        }
        return new BroughtLayer(
                reading.format(),
                pieces,
                reading.repairs().stream().map(FileNote::of).toList(),
                faults,
                false);
    }

    private void write(LayerKind kind, List<BroughtLayer.Piece> pieces) {
        var now = Timestamp.from(clock.instant());
        jdbc.batchUpdate(
                """
                insert into plots.layer_shape
                    (tenant_id, id, kind, name, zone, shape, west, south, east, north, area_m2, brought_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                pieces,
                MOST,
                (line, one) -> {
                    var ground = Placing.of(one.shape());
                    var name = one.name();
                    line.setLong(1, CurrentTenant.get().value());
                    line.setObject(2, UuidV7.next());
                    line.setString(3, kind.name());
                    line.setString(
                            4,
                            name.isEmpty()
                                    ? kind.name()
                                    : name.substring(0, Math.min(200, name.length())));
                    line.setInt(5, ground.zone());
                    line.setBytes(6, ground.wkb());
                    line.setDouble(7, ground.west());
                    line.setDouble(8, ground.south());
                    line.setDouble(9, ground.east());
                    line.setDouble(10, ground.north());
                    line.setBigDecimal(11, ground.areaM2());
                    line.setTimestamp(12, now);
                });
    }

    /** What the history knows a layer by: made of its name, so that a kind may come between others. */
    private static UUID idOf(LayerKind kind) {
        return UUID.nameUUIDFromBytes(
                (SUBJECT + " " + kind.name()).getBytes(StandardCharsets.UTF_8));
    }

    /** Takes a layer away; the gates that ask for it being there refuse from then on. */
    @PreAuthorize("hasRole('" + PlotPermissions.LAYERS + "')")
    public void remove(LayerKind kind) {
        alone(kind);
        int gone = jdbc.update("delete from plots.layer_shape where kind = ?", kind.name());
        if (gone > 0) {
            history.record(
                    SUBJECT,
                    idOf(kind),
                    "removed",
                    List.of(new FieldChange(kind.name(), Integer.toString(gone), null)));
        }
    }
}
