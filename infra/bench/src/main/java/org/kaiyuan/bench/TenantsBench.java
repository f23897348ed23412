package org.kaiyuan.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Ten tenants beside many, in two databases of one server: creating one, tables, start-up, and a page of a fixed
 * tenant's list over HTTP.
 */
final class TenantsBench {
    private static final String CLIENT = "deyang-api";
    private static final String MANY = "kaiyuan_many";
    private static final int FEW = 10;
    private static final int ROWS = 20_000;
    private static final String LIST = "/api/v1/enterprises?limit=50";

    private final Options options;
    private final Report report;

    TenantsBench(Options options, Report report) {
        this.options = options;
        this.report = report;
    }

    void run(Stage stage) throws Exception {
        int rows = Math.min(options.rows(), ROWS);
        stage.application().close(); // migrates, loads the demo
        try (var jdbc = stage.asApplication();
                var superuser = stage.asSuperuser()) {
            Population.fill(jdbc, stage.tenant("deyang"), 0, rows);
            leaveFew(superuser);
            superuser.createStatement().execute("vacuum analyze");
        }
        copy(stage);
        create(stage);
        startUp(stage);
        list(stage, rows);
    }

    /** The demo registers every zone of the plan; those that are empty go. */
    private void leaveFew(Connection superuser) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute(
                    "delete from tenancy.tenant where id not in (select tenant_id from access.membership)");
            statement.execute(
                    "insert into tenancy.tenant (code, name, kind, level_type) select 'few-' || n, '基准园区 ' || n,"
                            + " 'MANAGEMENT_COMMITTEE', '省级' from generate_series(1, greatest(0, "
                            + FEW
                            + " - (select count(*) from tenancy.tenant))) n on conflict do nothing");
        }
        report.line("tenants in the one database: %d", count(superuser, "tenancy.tenant"));
    }

    private static void copy(Stage stage) throws SQLException {
        try (var superuser = stage.asSuperuser("postgres");
                var statement = superuser.createStatement()) {
            statement.execute("drop database if exists " + MANY + " with (force)");
            statement.execute("create database " + MANY + " template kaiyuan owner kaiyuan_owner");
            statement.execute("revoke all on database " + MANY + " from public");
            statement.execute("grant connect, temporary on database " + MANY + " to kaiyuan_app");
        }
    }

    private void create(Stage stage) throws Exception {
        try (var superuser = stage.asSuperuser(MANY);
                var rooms =
                        Rooms.over(
                                options,
                                stage.servers().postgres().jdbcUrl(MANY),
                                stage.servers().postgres().appPassword(),
                                stage.servers().elasticsearch().url().toString())) {
            long tables = tables(superuser);
            var millis = new ArrayList<Double>();
            Rooms.asOperator(() -> {
                for (int i = 0; i < options.tenants(); i++) {
                    long start = System.nanoTime();
                    rooms.newTenant("many-" + i);
                    millis.add((System.nanoTime() - start) / 1e6);
                }
                return millis;
            });
            var sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            var last = millis.subList(Math.max(0, millis.size() - 100), millis.size());
            report.line(
                    "creating one tenant (registered, administrator invited, active): p50 %.1f ms, p95 %.1f ms, slowest %.1f ms,"
                            + " median of the last 100 %.1f ms (< 1000)",
                    SideBySide.at(sorted, 0.5),
                    SideBySide.at(sorted, 0.95),
                    sorted[sorted.length - 1],
                    SideBySide.median(List.copyOf(last)));
            report.line(
                    "tables and indexes: %d before, %d after (none added)",
                    tables, tables(superuser));
            report.line("tenants in the other database: %d", count(superuser, "tenancy.tenant"));
            superuser.createStatement().execute("vacuum analyze");
        }
    }

    private void startUp(Stage stage) throws Exception {
        var side = new SideBySide(Math.max(1, options.pairs() / 3), options.window());
        var result = side.compareOnce(() -> started(stage, MANY), () -> started(stage, "kaiyuan"));
        report.line(
                "start-up and migration, many ÷ few: ×%.2f (≤ 1.1): %s",
                result.p50(), result.sentence());
    }

    private double started(Stage stage, String database) {
        long start = System.nanoTime();
        var application = start(stage, database);
        double millis = (System.nanoTime() - start) / 1e6;
        application.close();
        return millis;
    }

    private void list(Stage stage, int rows) throws Exception {
        try (var few = start(stage, "kaiyuan");
                var many = start(stage, MANY)) {
            SideBySide.warmUp(turn -> few.get(CLIENT, LIST), 10_000);
            SideBySide.warmUp(turn -> many.get(CLIENT, LIST), 10_000);
            var result =
                    new SideBySide(options.pairs(), options.window())
                            .compare(turn -> many.get(CLIENT, LIST), turn -> few.get(CLIENT, LIST));
            report.line(
                    "a page of %,d enterprises, many ÷ few, p95 ×%.2f (≤ 1.1): %s",
                    rows, result.p95(), result.sentence());
        }
    }

    private Application start(Stage stage, String database) {
        return Application.start(
                options,
                stage.servers(),
                stage.servers().elasticsearch().url().toString(),
                database,
                false,
                List.of());
    }

    private static long tables(Connection superuser) throws SQLException {
        return count(superuser, "pg_class where relkind in ('r', 'p', 'i')");
    }

    private static long count(Connection connection, String from) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + from)) {
            row.next();
            return row.getLong(1);
        }
    }
}
