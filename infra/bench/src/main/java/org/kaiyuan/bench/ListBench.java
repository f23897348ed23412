package org.kaiyuan.bench;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.kaiyuan.platform.tenancy.TenantId;

/** One zone with all rows: a page over HTTP ÷ the same SQL by JDBC, and page 20,000 ÷ page 1. */
final class ListBench {
    private static final int LIMIT = 50;
    private static final int DEEP_PAGE = 20_000;
    private static final Pattern NEXT = Pattern.compile("\"next\"\\s*:\\s*\"([^\"]+)\"");
    private static final String CLIENT = "deyang-api";

    private final Options options;
    private final Report report;

    ListBench(Options options, Report report) {
        this.options = options;
        this.report = report;
    }

    void run(Stage stage) throws Exception {
        try (var application = stage.application();
                var jdbc = stage.asApplication();
                var superuser = stage.asSuperuser()) {
            var tenant = stage.tenant("deyang");
            long start = System.nanoTime();
            Population.fill(jdbc, tenant, 0, options.rows());
            report.line("filled in %.1f s", (System.nanoTime() - start) / 1e9);
            superuser.createStatement().execute("vacuum analyze enterprises.enterprise");
            var first = "/api/v1/enterprises?limit=" + LIMIT;
            application.get(CLIENT, first);
            var tap = new StatementTap(options.data().resolve("postgresql/postgresql.log"));
            var statements = tap.during(superuser, () -> application.get(CLIENT, first));
            report.line("statements per page: %d (≤ 2)", statements.size());
            statements.forEach(sql -> report.line("    %s", sql.replaceAll("\\s+", " ")));

            var side = new SideBySide(options.pairs(), options.window());
            jdbc.setAutoCommit(false);
            SideBySide.warmUp(turn -> application.get(CLIENT, first), 20_000);
            report.line(
                    "page 1, HTTP ÷ raw JDBC of the same SQL (p50 ≤ 2): %s",
                    side.compare(
                                    turn -> application.get(CLIENT, first),
                                    turn -> ask(jdbc, tenant, statements))
                            .sentence());

            int page = Math.min(DEEP_PAGE, options.rows() / LIMIT - 1);
            var deep = "/api/v1/enterprises?limit=" + LIMIT + "&cursor=" + walk(application, page);
            report.line(
                    "page %,d ÷ page 1, HTTP (≤ 1.2): %s",
                    page,
                    side.compare(
                                    turn -> application.get(CLIENT, deep),
                                    turn -> application.get(CLIENT, first))
                            .sentence());
        }
    }

    /** In one transaction, as the application does it; every value is read. */
    static void ask(Connection jdbc, TenantId tenant, List<String> statements) throws Exception {
        Population.setTenant(jdbc, tenant);
        for (var sql : statements) {
            // prepared, and so kept by server and driver, as the application's own are
            try (var statement = jdbc.prepareStatement(sql);
                    var rows = statement.executeQuery()) {
                int columns = rows.getMetaData().getColumnCount();
                var values = new ArrayList<Object>();
                while (rows.next()) {
                    for (int i = 1; i <= columns; i++) {
                        values.add(rows.getObject(i));
                    }
                    values.clear();
                }
            }
        }
        jdbc.commit();
    }

    /** By the largest steps that the endpoint allows. */
    private static String walk(Application application, int pages) throws Exception {
        var cursor = "";
        int left = pages * LIMIT;
        while (left > 0) {
            int step = Math.min(500, left);
            var body =
                    application.get(
                            CLIENT,
                            "/api/v1/enterprises?limit="
                                    + step
                                    + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            var next = NEXT.matcher(body);
            if (!next.find()) {
                throw new IllegalStateException("The list ended before page " + pages);
            }
            cursor = Application.encoded(next.group(1));
            left -= step;
        }
        return cursor;
    }
}
