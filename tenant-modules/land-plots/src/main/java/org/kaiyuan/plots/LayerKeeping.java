package org.kaiyuan.plots;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.plots.domain.PlacedShape;
import org.kaiyuan.plots.domain.Placing;
import org.kaiyuan.plots.ground.Ground;
import org.kaiyuan.plots.ground.GroundReader;
import org.kaiyuan.plots.ground.GroundRecord;
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

    /** A shape of a layer that a file brings. */
    private record Incoming(GroundRecord record, PlacedShape ground) {}

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

    /**
     * Puts the shapes of a file in place of the layer, or adds them to it.
     *
     * @return how many shapes came; the faults, and then nothing was written
     */
    @PreAuthorize("hasRole('" + PlotPermissions.LAYERS + "')")
    public BroughtLayer bring(
            LayerKind kind, byte[] content, ReadingOptions options, boolean instead) {
        var reading = GroundReader.read(content, options);
        var faults = new ArrayList<FileNote>();
        reading.faults().forEach(fault -> faults.add(FileNote.of(fault)));
        var incoming = new ArrayList<Incoming>();
        for (var record : reading.records()) {
            Ground.fault(record.shape()).ifPresent(fault -> faults.add(FileNote.of(fault, record)));
            incoming.add(new Incoming(record, Placing.of(record.shape())));
        }
        if (!faults.isEmpty() || incoming.isEmpty()) {
            return new BroughtLayer(0, faults);
        }
        if (instead) {
            jdbc.update("delete from plots.layer_shape where kind = ?", kind.name());
        }
        var now = Timestamp.from(clock.instant());
        jdbc.batchUpdate(
                """
                insert into plots.layer_shape
                    (tenant_id, id, kind, name, zone, shape, west, south, east, north, area_m2, brought_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                incoming,
                MOST,
                (line, one) -> {
                    var ground = one.ground();
                    var label = one.record().label();
                    line.setLong(1, CurrentTenant.get().value());
                    line.setObject(2, UuidV7.next());
                    line.setString(3, kind.name());
                    line.setString(
                            4,
                            label.isEmpty()
                                    ? kind.name()
                                    : label.substring(0, Math.min(200, label.length())));
                    line.setInt(5, ground.zone());
                    line.setBytes(6, ground.wkb());
                    line.setDouble(7, ground.west());
                    line.setDouble(8, ground.south());
                    line.setDouble(9, ground.east());
                    line.setDouble(10, ground.north());
                    line.setBigDecimal(11, ground.areaM2());
                    line.setTimestamp(12, now);
                });
        history.record(
                SUBJECT,
                idOf(kind),
                instead ? "replaced" : "added",
                List.of(new FieldChange(kind.name(), null, Integer.toString(incoming.size()))));
        return new BroughtLayer(incoming.size(), List.of());
    }

    /** What the history knows a layer by: made of its name, so that a kind may come between others. */
    private static UUID idOf(LayerKind kind) {
        return UUID.nameUUIDFromBytes(
                (SUBJECT + " " + kind.name()).getBytes(StandardCharsets.UTF_8));
    }

    /** Takes a layer away; the gates that ask for it being there refuse from then on. */
    @PreAuthorize("hasRole('" + PlotPermissions.LAYERS + "')")
    public void remove(LayerKind kind) {
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
