package org.kaiyuan.plots;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Cases of idle ground as they are kept, with their measures. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class IdleBook {
    private static final String SELECT =
            """
            select i.*, p.number, p.name, p.holder_name, coalesce(p.declared_m2, p.computed_m2) as ground_m2
            from plots.idle_case i join plots.plot p on p.tenant_id = i.tenant_id and p.id = i.plot_id where\
            """;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    IdleBook(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws UnknownSupplyPart when there is none */
    IdleCase get(UUID idle) {
        return find(" i.id = ?", idle).stream().findFirst().orElseThrow(UnknownSupplyPart::new);
    }

    /** In two statements, however many there are. */
    List<IdleCase> find(String where, Object... arguments) {
        var found = jdbc.query(SELECT + where, IdleBook::idleCase, arguments);
        var measures = measures(found.stream().map(IdleCase::id).toList());
        return found.stream()
                .map(one -> with(one, measures.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<IdleMeasure>> measures(Collection<UUID> cases) {
        var all = new HashMap<UUID, List<IdleMeasure>>();
        if (cases.isEmpty()) {
            return all;
        }
        var today = LocalDate.now(clock);
        jdbc.query(
                """
                select case_id, id, version, kind, amount_yuan, deadline, done_on, document, note
                from plots.idle_measure where case_id = any (?) order by deadline, id\
                """,
                row -> {
                    var deadline = row.getObject(6, LocalDate.class);
                    var done = row.getObject(7, LocalDate.class);
                    all.computeIfAbsent(row.getObject(1, UUID.class), c -> new ArrayList<>())
                            .add(
                                    new IdleMeasure(
                                            row.getObject(2, UUID.class),
                                            row.getLong(3),
                                            IdleMeasureKind.valueOf(row.getString(4)),
                                            row.getBigDecimal(5),
                                            deadline,
                                            done,
                                            row.getString(8),
                                            row.getString(9),
                                            done != null
                                                    ? 0
                                                    : (int)
                                                            Math.max(
                                                                    0,
                                                                    ChronoUnit.DAYS.between(
                                                                            deadline, today))));
                },
                (Object) cases.toArray(UUID[]::new));
        return all;
    }

    private static IdleCase with(IdleCase c, List<IdleMeasure> measures) {
        return new IdleCase(
                c.id(),
                c.version(),
                c.plot(),
                c.plotNumber(),
                c.plotName(),
                c.groundM2(),
                c.holderName(),
                c.state(),
                c.evidence(),
                c.decidedOn(),
                c.decidedBy(),
                c.document(),
                c.reason(),
                c.madeAt(),
                c.endedAt(),
                measures);
    }

    private static IdleCase idleCase(ResultSet row, int number) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        return new IdleCase(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                new PlotId(row.getObject("plot_id", UUID.class)),
                row.getString("number"),
                row.getString("name"),
                row.getBigDecimal("ground_m2"),
                row.getString("holder_name"),
                IdleState.valueOf(row.getString("state")),
                new IdleEvidence(
                        IdleKind.valueOf(row.getString("kind")),
                        row.getObject("since", LocalDate.class),
                        row.getObject("computed_on", LocalDate.class),
                        row.getInt("days_counted"),
                        row.getInt("days_needed"),
                        row.getInt("days_excluded"),
                        row.getObject("started_on", LocalDate.class),
                        row.getBigDecimal("area_share"),
                        row.getBigDecimal("investment_share")),
                row.getObject("decided_on", LocalDate.class),
                row.getString("decided_name"),
                row.getString("document"),
                row.getString("reason"),
                Objects.requireNonNull(row.getTimestamp("made_at")).toInstant(),
                ended == null ? null : ended.toInstant(),
                List.of());
    }
}
