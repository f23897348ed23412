package org.kaiyuan.plots;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.kaiyuan.plots.LineageStep.LineagePlot;
import org.kaiyuan.plots.domain.Plots;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looking up which plots a plot comes of, and which came of it. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + PlotPermissions.READ + "')")
public class PlotLineage {
    /** The most steps to either side. */
    public static final int MOST = 200;

    // no plot is its own ancestor, so that this ends
    private static final String ACTS =
            """
            with recursive up as (
                select tenant_id, act_id, from_plot from plots.lineage where to_plot = ?
                union
                select l.tenant_id, l.act_id, l.from_plot from plots.lineage l
                join up on l.tenant_id = up.tenant_id and l.to_plot = up.from_plot),
            down as (
                select tenant_id, act_id, to_plot from plots.lineage where from_plot = ?
                union
                select l.tenant_id, l.act_id, l.to_plot from plots.lineage l
                join down on l.tenant_id = down.tenant_id and l.from_plot = down.to_plot)
            (select act_id, true as before from (select distinct act_id from up) u
             join plots.lineage_act a on a.id = u.act_id order by a.at desc, a.id desc limit %1$d)
            union all
            (select act_id, false from (select distinct act_id from down) d
             join plots.lineage_act a on a.id = d.act_id order by a.at, a.id limit %1$d)\
            """
                    .formatted(MOST + 1);

    private static final String EDGES =
            """
            select a.id, a.act, a.on_day, a.at, a.actor, a.actor_name, a.reason,
                   f.id, f.number, f.name, f.computed_m2, f.begun_on, f.ended_on,
                   t.id, t.number, t.name, t.computed_m2, t.begun_on, t.ended_on
            from plots.lineage_act a
            join plots.lineage l on l.tenant_id = a.tenant_id and l.act_id = a.id
            join plots.plot f on f.tenant_id = l.tenant_id and f.id = l.from_plot
            join plots.plot t on t.tenant_id = l.tenant_id and t.id = l.to_plot
            where a.id = any (?) order by f.number, f.id, t.number, t.id\
            """;

    private final Plots plots;
    private final JdbcTemplate jdbc;

    PlotLineage(Plots plots, JdbcTemplate jdbc) {
        this.plots = plots;
        this.jdbc = jdbc;
    }

    /** A step while its plots are collected. */
    private record Collected(
            LineageStep step, Map<PlotId, LineagePlot> from, Map<PlotId, LineagePlot> to) {
        LineageStep whole() {
            return new LineageStep(
                    step.id(),
                    step.act(),
                    step.on(),
                    step.at(),
                    step.actor(),
                    step.actorName(),
                    step.reason(),
                    List.copyOf(from.values()),
                    List.copyOf(to.values()));
        }
    }

    /**
     * All steps to a plot and from it, at most {@link #MOST} to either side, with numbers and names of now; two
     * statements.
     *
     * @throws UnknownPlot when there is none
     */
    public Lineage of(PlotId id) {
        plots.get(id);
        var before = new ArrayList<UUID>();
        var after = new ArrayList<UUID>();
        jdbc.query(
                ACTS,
                row -> {
                    (row.getBoolean(2) ? before : after).add(row.getObject(1, UUID.class));
                },
                id.value(),
                id.value());
        boolean more = before.size() > MOST || after.size() > MOST;
        var wanted = new ArrayList<>(before.subList(0, Math.min(MOST, before.size())));
        wanted.addAll(after.subList(0, Math.min(MOST, after.size())));
        var steps = steps(wanted);
        return new Lineage(chosen(before, steps), chosen(after, steps), more);
    }

    private Map<UUID, Collected> steps(List<UUID> acts) {
        var steps = new LinkedHashMap<UUID, Collected>();
        if (!acts.isEmpty()) {
            jdbc.query(
                    EDGES,
                    row -> {
                        var id = row.getObject(1, UUID.class);
                        var step = steps.get(id);
                        if (step == null) {
                            step =
                                    new Collected(
                                            step(row),
                                            new LinkedHashMap<>(),
                                            new LinkedHashMap<>());
                            steps.put(id, step);
                        }
                        var from = plot(row, 8);
                        var to = plot(row, 14);
                        step.from().put(from.id(), from);
                        step.to().put(to.id(), to);
                    },
                    (Object) acts.toArray(UUID[]::new));
        }
        return steps;
    }

    private static List<LineageStep> chosen(List<UUID> acts, Map<UUID, Collected> steps) {
        return acts.stream()
                .map(steps::get)
                .filter(Objects::nonNull)
                .map(Collected::whole)
                .toList();
    }

    private static LineageStep step(ResultSet row) throws SQLException {
        return new LineageStep(
                row.getObject(1, UUID.class),
                LineageAct.valueOf(row.getString(2)),
                row.getObject(3, LocalDate.class),
                row.getTimestamp(4).toInstant(),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                List.of(),
                List.of());
    }

    private static LineagePlot plot(ResultSet row, int first) throws SQLException {
        return new LineagePlot(
                new PlotId(row.getObject(first, UUID.class)),
                row.getString(first + 1),
                row.getString(first + 2),
                row.getBigDecimal(first + 3),
                row.getObject(first + 4, LocalDate.class),
                row.getObject(first + 5, LocalDate.class));
    }
}
