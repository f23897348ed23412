package org.kaiyuan.bench;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kaiyuan.demo.DemoZone;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.plots.ground.GroundFormat;
import org.kaiyuan.plots.ground.GroundRecord;
import org.kaiyuan.plots.ground.GroundWriter;
import org.kaiyuan.plots.ground.WritingOptions;

/**
 * One tenant with many plots among many: what lies in a view over HTTP and by the use case ÷ the same SQL by JDBC,
 * with the same rows; a file of plots; then, in {@link PlotRooms}, what no endpoint shows alone.
 */
final class PlotsBench {
    static final String CODE = "deyang";
    static final String ROOM = "plots";

    /** Views from near, one after the other, so that no page is asked for twice in a row. */
    static final int VIEWS = 20;

    /** The largest page: a view has fewer plots. */
    static final int LIMIT = 500;

    /** Each row of the table, so many times. */
    static final int TIMES = 200;

    private static final String CLIENT = "deyang-api";
    private static final String PLOTS = "/api/v1/plots";
    private static final String NEW = "NEW-";
    private static final int OTHERS = 300;
    private static final int BROUGHT = 1_000;
    private static final int PATCHES = 5_000;
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");

    private final Options options;
    private final Report report;
    private final PlotGrid grid;

    PlotsBench(Options options, Report report) {
        this.options = options;
        this.report = report;
        this.grid = new PlotGrid(options.rows());
    }

    void run(Stage stage) throws Exception {
        var views = views();
        var tap = new StatementTap(options.data().resolve("postgresql/postgresql.log"));
        var side = new SideBySide(options.pairs(), options.window());
        try (var jdbc = stage.asApplication();
                var superuser = stage.asSuperuser()) {
            jdbc.setAutoCommit(false);
            try (var application = stage.application()) {
                waitForDemoLand(superuser);
                fill(stage);
                var tenant = stage.tenant(CODE);
                report.line("");
                list(application, jdbc, superuser, tenant, tap, side, views);
                var table = new Latencies(report);
                whole(application, table);
                bringing(application, superuser, tenant, table);
            }
            try (var rooms =
                    Rooms.over(
                            options,
                            stage.servers().postgres().jdbcUrl("kaiyuan"),
                            stage.servers().postgres().appPassword(),
                            stage.servers().elasticsearch().url().toString())) {
                new PlotRooms(report, grid, rooms, jdbc, superuser, stage.tenant(CODE))
                        .measure(tap, side, views);
            }
        }
    }

    /** The demo's land comes last, after its zones count as loaded. */
    private static void waitForDemoLand(Connection superuser)
            throws SQLException, InterruptedException {
        var until = Instant.now().plusSeconds(300);
        try (var statement = superuser.createStatement()) {
            while (Instant.now().isBefore(until)) {
                try (var row =
                        statement.executeQuery(
                                "select count(*) from demo.loaded_zone where plots = 0")) {
                    row.next();
                    if (row.getInt(1) == 0) {
                        return;
                    }
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
        throw new IllegalStateException("The demo has not put in its land after five minutes");
    }

    /** The large tenant with its layers, and some hundred plots in each of the others. */
    private void fill(Stage stage) throws SQLException {
        long start = System.nanoTime();
        var codes =
                Stream.concat(Stream.of(CODE), DemoZone.all().stream().map(DemoZone::code))
                        .distinct()
                        .limit(options.tenants())
                        .toList();
        var small = new PlotGrid(Math.min(OTHERS, options.rows()));
        try (var superuser = stage.asSuperuser();
                var statement = superuser.createStatement()) {
            for (var code : codes) {
                PlotPopulation.fill(
                        superuser, stage.tenant(code), code.equals(CODE) ? grid : small);
            }
            var tenant = stage.tenant(CODE);
            PlotPopulation.layers(superuser, tenant, grid, PATCHES);
            forget(superuser, tenant);
            for (var table :
                    List.of("plot", "state_move", "profile_was", "reservation", "layer_shape")) {
                statement.execute("vacuum analyze plots." + table);
            }
            report.line(
                    "filled %d tenants in %.1f s: %,d plots now and %,d shapes of farmland in %s, %,d plots altogether",
                    codes.size(),
                    (System.nanoTime() - start) / 1e9,
                    PlotPopulation.count(superuser, tenant, "plot", "ended_on is null"),
                    PlotPopulation.count(superuser, tenant, "layer_shape", "kind = 'FARMLAND'"),
                    CODE,
                    all(superuser));
        }
    }

    private static long all(Connection superuser) throws SQLException {
        try (var statement = superuser.createStatement();
                var row = statement.executeQuery("select count(*) from plots.plot")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** 4 × 2.5 km, as a screen shows them at about two metres a dot. */
    private List<String> views() {
        var random = new SplittableRandom(5);
        var views = new ArrayList<String>();
        for (int i = 0; i < VIEWS; i++) {
            views.add(
                    grid.view(
                            random.nextDouble(0.15, 0.85),
                            random.nextDouble(0.15, 0.85),
                            4_000,
                            2_500));
        }
        return views;
    }

    private void list(
            Application application,
            Connection jdbc,
            Connection superuser,
            TenantId tenant,
            StatementTap tap,
            SideBySide side,
            List<String> views)
            throws Exception {
        var boxes = views.stream().map(Application::encoded).toList();
        compare(
                "bbox list, HTTP ÷ raw JDBC of the same SQL (p95 ≤ 2)",
                boxes.stream().map(box -> PLOTS + "?limit=" + LIMIT + "&bbox=" + box).toList(),
                path -> application.get(CLIENT, path),
                jdbc,
                superuser,
                tenant,
                tap,
                side);
        compare(
                "bbox map as GeoJSON with shapes, HTTP ÷ raw JDBC of the same SQL (p95 ≤ 2)",
                boxes.stream()
                        .map(box ->
                                PLOTS
                                        + "?bbox="
                                        + box
                                        + "&metresPerPixel="
                                        + PlotRooms.NEAR_METRES_PER_PIXEL)
                        .toList(),
                path -> features(application, path),
                jdbc,
                superuser,
                tenant,
                tap,
                side);
    }

    /** What an endpoint answers. */
    private interface Endpoint {
        String ask(String path) throws Exception;
    }

    private void compare(
            String what,
            List<String> paths,
            Endpoint endpoint,
            Connection jdbc,
            Connection superuser,
            TenantId tenant,
            StatementTap tap,
            SideBySide side)
            throws Exception {
        var raw = new ArrayList<List<String>>();
        long rows = 0;
        for (var path : paths) {
            endpoint.ask(path);
            var statements = tap.during(superuser, ROOM, () -> endpoint.ask(path));
            var there = RawRows.ids(jdbc, tenant, statements);
            RawRows.refuseOthers(path, there, ids(endpoint.ask(path)));
            rows += there.size();
            raw.add(statements);
        }
        raw.getFirst().forEach(sql -> report.line("    %s", sql.replaceAll("\\s+", " ")));
        SideBySide.warmUp(
                turn -> endpoint.ask(paths.get(turn % VIEWS)), options.pairs() < 5 ? 500 : 5_000);
        report.line(
                "%s, %d views with the same %,d plots on average, statements a view %d: %s",
                what,
                paths.size(),
                rows / paths.size(),
                raw.getFirst().size(),
                side.compare(
                                turn -> endpoint.ask(paths.get(turn % VIEWS)),
                                turn -> ListBench.ask(jdbc, tenant, raw.get(turn % VIEWS)))
                        .sentence());
    }

    private static List<String> ids(String body) {
        return ID.matcher(body).results().map(found -> found.group(1)).toList();
    }

    /** The whole zone as GeoJSON, from as far as a map shows it. */
    private void whole(Application application, Latencies table) throws Exception {
        var path =
                "%s?bbox=%s&metresPerPixel=%s"
                        .formatted(
                                PLOTS,
                                Application.encoded(grid.whole()),
                                grid.wholeMetresPerPixel());
        var body = features(application, path);
        table.measure(
                "whole zone over HTTP, GeoJSON of %,d plots, %,d bytes"
                        .formatted(
                                ID.matcher(body).results().count(),
                                body.getBytes(StandardCharsets.UTF_8).length),
                0,
                TIMES,
                turn -> features(application, path));
    }

    private static String features(Application application, String path) throws Exception {
        return application
                .ask(
                        CLIENT,
                        HttpRequest.newBuilder(application.at(path))
                                .header("Accept", "application/geo+json")
                                .GET())
                .body();
    }

    /** Plots for all the gaps among those that are there, so that each has neighbours all around. */
    private void bringing(
            Application application, Connection superuser, TenantId tenant, Latencies table)
            throws Exception {
        for (var format : List.of(GroundFormat.COORDINATE_TEXT, GroundFormat.GEOJSON)) {
            var file = file(format);
            int rows = (int) grid.gaps().limit(BROUGHT).count();
            int times = Math.max(3, options.pairs());
            var millis = new double[times];
            for (int turn = -2; turn < times; turn++) {
                long start = System.nanoTime();
                application.sent(CLIENT, PLOTS + "/imports?agreed=true", file);
                double spent = (System.nanoTime() - start) / 1e6;
                long there =
                        PlotPopulation.count(
                                superuser, tenant, "plot", "number like '" + NEW + "%'");
                if (there != rows) {
                    throw new IllegalStateException(
                            "%d of %d were taken in".formatted(there, rows));
                }
                forget(superuser, tenant);
                if (turn >= 0) {
                    millis[turn] = spent;
                }
            }
            table.row(
                    "import of %,d plots over HTTP, %s of %,d bytes, all checks"
                            .formatted(rows, format, Files.size(file)),
                    10_000,
                    millis);
        }
    }

    private Path file(GroundFormat format) throws IOException {
        var records =
                grid.gaps()
                        .limit(BROUGHT)
                        .mapToObj(number ->
                                new GroundRecord(
                                        grid.shape(number),
                                        NEW + number,
                                        "新地块" + number,
                                        null,
                                        "100101",
                                        "一类工业用地",
                                        Map.of(),
                                        0,
                                        List.of()))
                        .toList();
        var file = options.data().resolve("plots-" + format.name().toLowerCase(Locale.ROOT));
        return Files.write(file, GroundWriter.write(format, records, WritingOptions.USUAL));
    }

    /** What files brought is gone, and no page is left half empty. */
    private static void forget(Connection superuser, TenantId tenant) throws SQLException {
        superuser.setAutoCommit(false);
        try (var statement = superuser.createStatement()) {
            statement.execute(
                    "set local app.tenant_id = '%d'".formatted(tenant.value())); // for the quota
            statement.execute(
                    "delete from plots.plot where tenant_id = %d and number like '%s%%'"
                            .formatted(tenant.value(), NEW));
            // history is append only
            statement.execute("set local session_replication_role = replica");
            statement.execute(
                    "delete from audit.change where tenant_id = %d and act = 'imported'"
                            .formatted(tenant.value()));
        }
        superuser.commit();
        superuser.setAutoCommit(true);
        try (var statement = superuser.createStatement()) {
            for (var table : List.of("plots.plot", "plots.state_move", "audit.change")) {
                statement.execute("vacuum " + table);
            }
        }
    }
}
