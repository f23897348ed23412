package org.kaiyuan.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.plots.Box;
import org.kaiyuan.plots.PlotDirectory;
import org.kaiyuan.plots.PlotFilter;
import org.kaiyuan.plots.PlotGate;
import org.kaiyuan.plots.PlotId;
import org.kaiyuan.plots.PlotMap;
import org.kaiyuan.plots.PlotMatching;
import org.kaiyuan.plots.PlotMoves;
import org.kaiyuan.plots.PlotOverlapRefused;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.PlotProfile;
import org.kaiyuan.plots.PlotRegistration;
import org.kaiyuan.plots.PlotState;

/** The use cases of land in the benchmark's own JVM, asked by somebody who may do all of it. */
final class PlotRooms {
    private static final int TIMES = PlotsBench.TIMES;
    static final double NEAR_METRES_PER_PIXEL = 2.5;
    private static final List<String> MAY =
            List.of(PlotPermissions.READ, PlotPermissions.WRITE, LeadPermissions.READ);

    private final Report report;
    private final PlotGrid grid;
    private final Rooms rooms;
    private final Connection jdbc;
    private final Connection superuser;
    private final TenantId tenant;
    private final PlotDirectory directory;
    private final PlotMap map;

    PlotRooms(
            Report report,
            PlotGrid grid,
            Rooms rooms,
            Connection jdbc,
            Connection superuser,
            TenantId tenant) {
        this.report = report;
        this.grid = grid;
        this.rooms = rooms;
        this.jdbc = jdbc;
        this.superuser = superuser;
        this.tenant = tenant;
        this.directory = rooms.of(PlotDirectory.class);
        this.map = rooms.of(PlotMap.class);
    }

    void measure(StatementTap tap, SideBySide side, List<String> views) throws Exception {
        var near = views.stream().map(PlotRooms::in).toList();
        Rooms.as(
                tenant,
                "bench",
                MAY,
                () -> {
                    report.line("");
                    compare("bbox list, use case ÷ raw JDBC", near, this::list, tap, side);
                    compare(
                            "bbox map with shapes in degrees, use case ÷ raw JDBC",
                            near,
                            this::shapes,
                            tap,
                            side);
                    report.line("");
                    var table = new Latencies(report);
                    maps(table, near);
                    past(table, near);
                    registration(table);
                    gates(table);
                    matching(table);
                    return null;
                });
    }

    /** Which plots a use case finds. */
    private interface Answer {
        List<String> to(PlotFilter view);
    }

    private void compare(
            String what, List<PlotFilter> views, Answer answer, StatementTap tap, SideBySide side)
            throws Exception {
        var raw = new ArrayList<List<String>>();
        long rows = 0;
        for (var view : views) {
            answer.to(view);
            var statements = tap.during(superuser, PlotsBench.ROOM, () -> answer.to(view));
            var there = RawRows.ids(jdbc, tenant, statements);
            RawRows.refuseOthers(view.toString(), there, answer.to(view));
            rows += there.size();
            raw.add(statements);
        }
        for (int turn = 0; turn < 20 * views.size(); turn++) {
            answer.to(views.get(turn % views.size()));
        }
        report.line(
                "%s, the same %,d rows a view, statements a view %d: %s",
                what,
                rows / views.size(),
                raw.getFirst().size(),
                side.compare(
                                turn -> answer.to(views.get(turn % views.size())),
                                turn -> ListBench.ask(jdbc, tenant, raw.get(turn % views.size())))
                        .sentence());
    }

    private List<String> list(PlotFilter view) {
        return directory.find(view, null, PlotsBench.LIMIT).items().stream()
                .map(row -> row.id().toString())
                .toList();
    }

    private List<String> shapes(PlotFilter view) {
        return map.plots(view, NEAR_METRES_PER_PIXEL).stream()
                .map(plot -> plot.id().toString())
                .toList();
    }

    private void maps(Latencies table, List<PlotFilter> near) throws Exception {
        table.measure(
                "map, view of 4 × 2.5 km",
                0,
                TIMES,
                turn -> map.plots(near.get(turn % near.size()), NEAR_METRES_PER_PIXEL));
        var whole = in(grid.whole());
        var far = grid.wholeMetresPerPixel();
        var plots = map.plots(whole, far);
        table.measure(
                "map, whole zone: %,d plots at %.0f m a pixel, %,d points"
                        .formatted(
                                plots.size(),
                                far,
                                plots.stream().mapToInt(p -> p.shape().getNumPoints()).sum()),
                0,
                TIMES,
                turn -> map.plots(whole, far));
        table.measure(
                "the same and its text as the page gets it: %,d characters"
                        .formatted(PlotText.of(plots).length()),
                2_000,
                TIMES,
                turn -> PlotText.of(map.plots(whole, far)));
    }

    private void past(Latencies table, List<PlotFilter> near) throws Exception {
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        table.measure(
                "list of now, first page of 50",
                0,
                TIMES,
                turn -> directory.find(PlotFilter.ALL, null, 50));
        table.measure(
                "list as of a day of the last two years, first page of 50, of %,d a year ago"
                        .formatted(directory.sums(PlotFilter.ALL, today.minusYears(1)).count()),
                0,
                TIMES,
                turn -> directory.find(PlotFilter.ALL, day(today, turn), null, 50));
        table.measure(
                "sums as of a day",
                0,
                TIMES,
                turn -> directory.sums(PlotFilter.ALL, day(today, turn)));
        table.measure(
                "map as of a day, view of 4 × 2.5 km",
                0,
                TIMES,
                turn ->
                        map.plots(
                                near.get(turn % near.size()),
                                day(today, turn),
                                NEAR_METRES_PER_PIXEL));
    }

    private static LocalDate day(LocalDate today, int turn) {
        return today.minusDays(1 + turn * 37L % 730);
    }

    /** The whole of it: the overlap check, the quota, the number, and what is written. */
    private void registration(Latencies table) throws Exception {
        var registration = rooms.of(PlotRegistration.class);
        var gaps = grid.gaps().toArray();
        table.measure(
                "registering a plot between its neighbours, rolled back",
                50,
                TIMES,
                turn -> {
                    int gap = gaps[turn % gaps.length];
                    rooms.undone(() -> registration.register(profile(turn), grid.shape(gap)));
                });
        table.measure(
                "registering a plot that overlaps some, refused",
                50,
                TIMES,
                turn -> {
                    try {
                        registration.register(
                                profile(turn), grid.shifted(gaps[turn % gaps.length], 20));
                    } catch (PlotOverlapRefused refused) {
                        return;
                    }
                    throw new IllegalStateException("It was not refused");
                });
    }

    private void gates(Latencies table) throws Exception {
        var moves = rooms.of(PlotMoves.class);
        var plots =
                ids(
                        """
                        select id from plots.plot where tenant_id = %d and ended_on is null and number like '%s%%'
                        order by md5(number) limit %d\
                        """
                                .formatted(tenant.value(), PlotPopulation.PREFIX, TIMES));
        long refused =
                plots.stream()
                        .filter(id ->
                                moves.refusing(new PlotId(id), PlotState.ANNOUNCED).stream()
                                        .anyMatch(gate -> gate.gate() == PlotGate.FARMLAND))
                        .count();
        table.measure(
                "gates of a supply against %,d shapes (%d of %d plots touch farmland)"
                        .formatted(
                                PlotPopulation.count(superuser, tenant, "layer_shape", "true"),
                                refused,
                                plots.size()),
                100,
                TIMES,
                turn ->
                        moves.refusing(
                                new PlotId(plots.get(turn % plots.size())), PlotState.ANNOUNCED));
    }

    private void matching(Latencies table) throws Exception {
        var matching = rooms.of(PlotMatching.class);
        var leads =
                ids(
                        """
                        select id from leads.lead where tenant_id = %d and state = 'ACTIVE' and wanted_land_m2 > 0
                            and merged_into is null
                        order by id limit 50\
                        """
                                .formatted(tenant.value()));
        if (leads.isEmpty()) {
            report.line("no lead wants land: matching was not measured");
            return;
        }
        long found =
                leads.stream().mapToLong(id -> matching.plots(new LeadId(id)).items().size()).sum();
        table.measure(
                "matching one lead to the plots, %d leads, %d shown on average"
                        .formatted(leads.size(), found / leads.size()),
                0,
                TIMES,
                turn -> matching.plots(new LeadId(leads.get(turn % leads.size()))));
    }

    private List<UUID> ids(String sql) throws SQLException {
        var ids = new ArrayList<UUID>();
        try (var statement = superuser.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                ids.add(row.getObject(1, UUID.class));
            }
        }
        return ids;
    }

    private static PlotFilter in(String view) {
        return new PlotFilter(null, Set.of(), null, null, null, null, Box.of(view));
    }

    private static PlotProfile profile(int turn) {
        return new PlotProfile(
                "TRY-" + turn,
                "试登记地块" + turn,
                "100101",
                List.of(),
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
                null,
                List.of(),
                List.of(),
                null,
                null,
                null);
    }
}
