package org.kaiyuan.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.plots.PlotState;
import org.springframework.jdbc.core.JdbcTemplate;

/** Holds some open plots for the zone's own leads, each for one whose wish it fits, and lets others queue. */
final class ReservationWriting {
    private static final Set<PlotState> HELD_IN =
            Set.of(
                    PlotState.ACQUISITION,
                    PlotState.RESERVE,
                    PlotState.APPROVED,
                    PlotState.ANNOUNCED);
    private static final int MOST_HELD = 8;
    private static final int QUEUED = 2;

    private final JdbcTemplate jdbc;
    private final long tenant;
    private final String username;
    private final LocalDate today;
    private final Draws draws;

    /** A lead that wants land. */
    private record Wish(
            UUID lead, double landM2, @Nullable String owner, @Nullable String ownerName) {}

    /** @param username of whoever reserves for a lead that nobody owns */
    ReservationWriting(
            JdbcTemplate jdbc, long tenant, String username, LocalDate today, Draws draws) {
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.username = username;
        this.today = today;
        this.draws = draws;
    }

    void write(List<PlotStory> stories) {
        var wishes = new ArrayList<>(wishes());
        var rows = new ArrayList<Object[]>();
        var open =
                stories.stream()
                        .filter(plot -> HELD_IN.contains(plot.state()) && !plot.refused())
                        .filter(plot -> plot.profile().useCode().startsWith("1"))
                        .filter(plot -> !plot.profile().industries().isEmpty())
                        .sorted(Comparator.comparing(PlotStory::state).reversed())
                        .limit(draws.between(5, MOST_HELD))
                        .toList();
        int number = 0;
        for (var plot : open) {
            int daysAgo = draws.between(10, 28);
            if (hold(rows, wishes, plot, "HELD", daysAgo) && number++ < QUEUED) {
                hold(rows, wishes, plot, "QUEUED", daysAgo - draws.between(2, 8));
            }
        }
        jdbc.batchUpdate(
                """
                insert into plots.reservation
                    (tenant_id, id, plot_id, lead_id, state, until_day, made_at, made_by, made_name)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                rows);
        history();
    }

    private boolean hold(
            List<Object[]> rows, List<Wish> wishes, PlotStory plot, String state, int daysAgo) {
        double area = plot.computedM2().doubleValue();
        var fitting =
                wishes.stream()
                        .min(
                                Comparator.comparing(
                                        wish -> Math.abs(StrictMath.log(wish.landM2() / area))));
        if (fitting.isEmpty()) {
            return false;
        }
        var wish = fitting.get();
        wishes.remove(wish);
        rows.add(
                new Object[] {
                    tenant,
                    UuidV7.next(),
                    plot.id(),
                    wish.lead(),
                    state,
                    today.plusDays(draws.between(10, 150)),
                    PlotWriting.at(today.minusDays(daysAgo), 15),
                    wish.owner() == null ? username : wish.owner(),
                    wish.ownerName() == null ? "工作人员" : wish.ownerName()
                });
        return true;
    }

    /** Leads that are pursued, told about, and have no land yet. */
    private List<Wish> wishes() {
        return jdbc.query(
                """
                select id, wanted_land_m2, owner, owner_name from leads.lead
                where state = 'ACTIVE' and not confidential and wanted_land_m2 > 0
                  and stage in ('NEGOTIATION', 'REVIEW', 'SIGNED', 'REGISTERED')
                order by id limit 200\
                """,
                (row, n) ->
                        new Wish(
                                row.getObject(1, UUID.class),
                                positive(row.getBigDecimal(2)),
                                row.getString(3),
                                row.getString(4)));
    }

    private static double positive(BigDecimal landM2) {
        return Math.max(1, landM2.doubleValue());
    }

    /** Without the lead, as the pages write it. */
    private void history() {
        jdbc.update(
                """
                insert into audit.change
                    (tenant_id, id, subject_kind, subject_id, at, actor, actor_name, act, field, after)
                select tenant_id, uuidv7(), 'plots.plot', plot_id, made_at, made_by, made_name,
                       case state when 'HELD' then 'reserved' else 'queued' end, 'until', until_day::text
                from plots.reservation\
                """);
    }
}
