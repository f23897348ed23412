package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.domain.IdleFacts;
import org.kaiyuan.plots.domain.IdleRule;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Facts of construction as they are kept. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ConstructionBook {
    static final int MOST_STOPS = 200;

    private final JdbcTemplate jdbc;

    ConstructionBook(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Construction of(PlotId plot, SupplyContract contract, LocalDate today) {
        var stops = stops(contract.id());
        return jdbc
                .query(
                        """
                        select coalesce(p.declared_m2, p.computed_m2) as ground_m2, k.*
                        from plots.plot p left join plots.construction k
                            on k.tenant_id = p.tenant_id and k.contract_id = ?
                        where p.id = ?\
                        """,
                        (row, number) -> construction(row, contract, stops, today),
                        contract.id(),
                        plot.value())
                .stream()
                .findFirst()
                .orElseThrow(UnknownPlot::new);
    }

    List<StopLine> stops(UUID contract) {
        return jdbc.query(
                """
                select id, version, from_on, to_on, cause, evidence, recorded_at, recorded_name from plots.work_stop
                where contract_id = ? and removed_at is null order by from_on desc, id desc limit %d\
                """
                        .formatted(MOST_STOPS),
                (row, number) ->
                        new StopLine(
                                row.getObject(1, UUID.class),
                                row.getLong(2),
                                new StopNote(
                                        row.getObject(3, LocalDate.class),
                                        row.getObject(4, LocalDate.class),
                                        StopCause.valueOf(row.getString(5)),
                                        row.getString(6)),
                                row.getTimestamp(7).toInstant(),
                                row.getString(8)),
                contract);
    }

    private static Construction construction(
            ResultSet row, SupplyContract contract, List<StopLine> stops, LocalDate today)
            throws SQLException {
        var ground = row.getBigDecimal("ground_m2");
        var seen = row.getObject("seen_on", LocalDate.class);
        var note =
                seen == null
                        ? null
                        : new ConstructionNote(
                                row.getObject("planned_start_on", LocalDate.class),
                                row.getObject("planned_finish_on", LocalDate.class),
                                row.getObject("planned_production_on", LocalDate.class),
                                row.getObject("started_on", LocalDate.class),
                                row.getObject("finished_on", LocalDate.class),
                                row.getObject("produced_on", LocalDate.class),
                                row.getBigDecimal("built_m2"),
                                row.getBigDecimal("floor_m2"),
                                row.getBigDecimal("invested_yuan"),
                                seen,
                                row.getString("evidence"));
        var promised = promised(contract.note().investmentYuanM2(), ground);
        var built = note == null ? null : note.builtM2();
        var invested = note == null ? null : note.investedYuan();
        var facts =
                new IdleFacts(
                        contract.note().startOn(),
                        note == null ? null : note.startedOn(),
                        ground,
                        built,
                        promised,
                        invested,
                        stops.stream()
                                .map(stop ->
                                        new IdleFacts.Stop(
                                                stop.note().from(),
                                                stop.note().to(),
                                                stop.note().cause()))
                                .toList());
        return new Construction(
                note == null ? 0 : row.getLong("version") + 1,
                note,
                ground,
                share(built, ground),
                share(invested, promised),
                share(note == null ? null : note.floorM2(), ground),
                note == null ? null : row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_name"),
                stops,
                IdleRule.look(facts, today).orElse(null));
    }

    /** The whole investment that was promised, yuan; null where none was. */
    static @Nullable BigDecimal promised(@Nullable BigDecimal yuanM2, BigDecimal groundM2) {
        return yuanM2 == null ? null : yuanM2.multiply(groundM2).setScale(2, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal share(
            @Nullable BigDecimal part, @Nullable BigDecimal whole) {
        return part == null || whole == null || whole.signum() <= 0
                ? null
                : part.divide(whole, 4, RoundingMode.HALF_UP);
    }
}
