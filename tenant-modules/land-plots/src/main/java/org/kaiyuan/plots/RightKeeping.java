package org.kaiyuan.plots;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.plots.domain.Plot;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is kept of rights over plots. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RightKeeping {
    /** The most rights of one plot, past ones too. */
    static final int MOST = 500;

    private static final int AT_ONCE = 500;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    RightKeeping(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param which a condition, in the words of the table */
    List<RightLine> find(String which, Object... arguments) {
        return jdbc.query(
                """
                select id, version, plot_id, kind, holder_id, holder_name, from_day, to_day, low_m, high_m,
                       certificate, note, updated_at
                from plots.vertical_right where %s order by kind, from_day, id limit %d\
                """
                        .formatted(which, MOST),
                RightKeeping::line,
                arguments);
    }

    List<UUID> insert(List<PlotId> over, List<RightDraft> rights) {
        var ids = new ArrayList<UUID>();
        var lines = new ArrayList<Object[]>();
        var now = Timestamp.from(clock.instant());
        for (var plot : over) {
            for (var right : rights) {
                var id = UuidV7.next();
                ids.add(id);
                lines.add(
                        new Object[] {
                            CurrentTenant.get().value(),
                            id,
                            plot.value(),
                            right.kind().name(),
                            right.holderId(),
                            right.holderName(),
                            right.from(),
                            right.to(),
                            right.lowM(),
                            right.highM(),
                            right.certificate(),
                            right.note(),
                            now
                        });
            }
        }
        jdbc.batchUpdate(
                """
                insert into plots.vertical_right
                    (tenant_id, id, plot_id, kind, holder_id, holder_name, from_day, to_day, low_m, high_m,
                     certificate, note, updated_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                lines,
                AT_ONCE,
                (line, values) -> {
                    for (int i = 0; i < values.length; i++) {
                        line.setObject(i + 1, values[i]);
                    }
                });
        return ids;
    }

    /** Rights over a plot that was split go on over each of its pieces; with the plot they ended. */
    void carry(Plot plot, List<Plot> pieces) {
        LocalDate on = pieces.getFirst().begunOn();
        var alive =
                find("plot_id = ? and (to_day is null or to_day >= ?)", plot.id().value(), on)
                        .stream()
                        .map(RightLine::right)
                        .map(right -> right.from().isBefore(on) ? from(right, on) : right)
                        .toList();
        if (!alive.isEmpty()) {
            insert(pieces.stream().map(Plot::id).toList(), alive);
        }
    }

    private static RightDraft from(RightDraft r, LocalDate from) {
        return new RightDraft(
                r.kind(),
                r.holderId(),
                r.holderName(),
                from,
                r.to(),
                r.lowM(),
                r.highM(),
                r.certificate(),
                r.note());
    }

    private static RightLine line(ResultSet row, int number) throws SQLException {
        return new RightLine(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                new PlotId(row.getObject("plot_id", UUID.class)),
                new RightDraft(
                        RightKind.valueOf(row.getString("kind")),
                        row.getObject("holder_id", UUID.class),
                        row.getString("holder_name"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class),
                        row.getBigDecimal("low_m"),
                        row.getBigDecimal("high_m"),
                        row.getString("certificate"),
                        row.getString("note")),
                row.getTimestamp("updated_at").toInstant());
    }
}
