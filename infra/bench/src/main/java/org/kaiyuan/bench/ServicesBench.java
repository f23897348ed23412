package org.kaiyuan.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kaiyuan.demo.DemoZone;
import org.kaiyuan.platform.calendar.WorkingCalendar;
import org.kaiyuan.platform.calendar.WorkingDays;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.services.CaseBox;
import org.kaiyuan.services.CaseFilter;
import org.kaiyuan.services.CaseInbox;
import org.kaiyuan.services.ServicesPermissions;

/**
 * One tenant with 200,000 cases among many: its inbox and the deep pages of it over HTTP ÷ the same SQL by JDBC, and the clock that
 * looks at 200,000 cases that run.
 */
final class ServicesBench {
    static final String CODE = "deyang";
    private static final String RUNNING = "mianyang-gaoxin"; // the demo has no cases there
    private static final String CLIENT = "deyang-api";
    private static final String ROOM = "services";
    private static final String CASES = "/api/v1/services/cases";
    private static final int LIMIT = 50;
    private static final int LARGEST = 200;
    private static final int OTHERS = 2_000;
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
    private static final Pattern NEXT = Pattern.compile("\"next\"\\s*:\\s*\"([^\"]+)\"");

    private final Options options;
    private final Report report;

    ServicesBench(Options options, Report report) {
        this.options = options;
        this.report = report;
    }

    void run(Stage stage) throws Exception {
        try (var application = stage.application();
                var jdbc = stage.asApplication();
                var superuser = stage.asSuperuser()) {
            fill(stage);
            jdbc.setAutoCommit(false);
            var tenant = stage.tenant(CODE);
            var tap = new StatementTap(options.data().resolve("postgresql/postgresql.log"));
            var side = new SideBySide(options.pairs(), options.window());
            inbox(application, jdbc, superuser, tenant, tap, side);
            for (var box : List.of("ALL", "CLOSED")) {
                deep(application, box, side);
            }
        }
        scan(stage);
    }

    private void fill(Stage stage) throws SQLException {
        long start = System.nanoTime();
        var codes =
                Stream.concat(Stream.of(CODE), DemoZone.all().stream().map(DemoZone::code))
                        .distinct()
                        .limit(options.tenants())
                        .toList();
        try (var superuser = stage.asSuperuser()) {
            for (var code : codes) {
                ServicePopulation.fill(
                        superuser, stage.tenant(code), code.equals(CODE) ? options.rows() : OTHERS);
            }
            ServicePopulation.settle(superuser);
            report.line(
                    "filled %d tenants in %.1f s: %,d cases in %s",
                    codes.size(),
                    (System.nanoTime() - start) / 1e9,
                    ServicePopulation.count(superuser, stage.tenant(CODE)),
                    CODE);
        }
    }

    private static String first(String box) {
        return CASES + "?box=" + box + "&limit=" + LIMIT;
    }

    private void inbox(
            Application application,
            Connection jdbc,
            Connection superuser,
            TenantId tenant,
            StatementTap tap,
            SideBySide side)
            throws Exception {
        for (var box : List.of("ALL", "TEAM", "OVERDUE")) {
            var path = first(box);
            application.get(CLIENT, path);
            var statements = tap.during(superuser, ROOM, () -> application.get(CLIENT, path));
            report.line("%s, statements of a page: %d", box, statements.size());
            statements.forEach(sql -> report.line("    %s", sql.replaceAll("\\s+", " ")));
            SideBySide.warmUp(
                    turn -> application.get(CLIENT, path), options.pairs() < 5 ? 1_000 : 10_000);
            report.line(
                    "%s, page 1, HTTP ÷ raw JDBC of the same SQL (p50 ≤ 2): %s",
                    box,
                    side.compare(
                                    turn -> application.get(CLIENT, path),
                                    turn -> ListBench.ask(jdbc, tenant, statements))
                            .sentence());
        }
    }

    private void deep(Application application, String box, SideBySide side) throws Exception {
        var first = first(box);
        var walked = walk(application, box);
        var deep = first + "&cursor=" + walked.cursor();
        report.line(
                "%s, page %,d ÷ page 1, HTTP (≤ 1.2): %s",
                box,
                walked.rows() / LIMIT,
                side.compare(
                                turn -> application.get(CLIENT, deep),
                                turn -> application.get(CLIENT, first))
                        .sentence());
    }

    private record Walked(String cursor, int rows) {}

    /** To the last of the largest pages that has another one after it. */
    private static Walked walk(Application application, String box) throws Exception {
        var cursor = "";
        int rows = 0;
        while (true) {
            var body =
                    application.get(
                            CLIENT,
                            CASES
                                    + "?box="
                                    + box
                                    + "&limit="
                                    + LARGEST
                                    + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            var next = NEXT.matcher(body);
            if (!next.find()) {
                return new Walked(cursor, rows);
            }
            cursor = Application.encoded(next.group(1));
            rows += LARGEST;
        }
    }

    /** What a page of ours asks: without HTTP, token and JSON. */
    private void useCase(Stage stage, Connection superuser, Rooms rooms) throws Exception {
        var tenant = stage.tenant(CODE);
        var tap = new StatementTap(options.data().resolve("postgresql/postgresql.log"));
        var side = new SideBySide(options.pairs(), options.window());
        var inbox = rooms.of(CaseInbox.class);
        try (var jdbc = stage.asApplication()) {
            jdbc.setAutoCommit(false);
            for (var box : List.of(CaseBox.ALL, CaseBox.TEAM, CaseBox.OVERDUE)) {
                var filter = new CaseFilter(box, null, null, null, null, null);
                SideBySide.Action page =
                        turn ->
                                Rooms.as(
                                        tenant,
                                        CLIENT,
                                        List.of(ServicesPermissions.READ),
                                        () -> inbox.list(filter, null, LIMIT));
                page.run(0);
                var statements = tap.during(superuser, ROOM, () -> page.run(0));
                SideBySide.warmUp(page, options.pairs() < 4 ? 1_000 : 5_000);
                report.line(
                        "%s, page 1, use case ÷ raw JDBC of the same SQL (p50 ≤ 2): %s",
                        box,
                        side.compare(page, turn -> ListBench.ask(jdbc, tenant, statements))
                                .sentence());
            }
        }
    }

    /** What the hourly chore does in one zone. */
    private void scan(Stage stage) throws Exception {
        try (var superuser = stage.asSuperuser();
                var rooms =
                        Rooms.over(
                                options,
                                stage.servers().postgres().jdbcUrl("kaiyuan"),
                                stage.servers().postgres().appPassword(),
                                stage.servers().elasticsearch().url().toString())) {
            useCase(stage, superuser, rooms);
            var tenant = stage.tenant(RUNNING);
            var calendar = rooms.of(WorkingDays.class).calendar();
            var clocks = rooms.chore("watchCaseClocks");
            var today = LocalDate.now(HERE);
            for (int warned : new int[] {0, options.rows() / 100, options.rows() / 10}) {
                var millis = new ArrayList<Double>();
                var again = new ArrayList<Double>();
                int turns =
                        warned > options.rows() / 100
                                ? 1
                                : 3; // people are told after it, which takes longest
                for (int turn = 0; turn < turns; turn++) {
                    ServicePopulation.running(superuser, tenant, running(calendar, today, warned));
                    ServicePopulation.settle(superuser);
                    millis.add(ran(tenant, clocks));
                    again.add(ran(tenant, clocks));
                    if (turn < turns - 1 || warned == options.rows() / 100) {
                        untilPeopleAreTold(superuser);
                    }
                }
                report.line(
                        "deadline scan of %,d open cases, %,d of them with something to tell today: median %.0f ms of %s (≤ 2000);"
                                + " an hour later, nothing new: %.0f ms; told %,d",
                        options.rows(),
                        warned,
                        SideBySide.median(millis),
                        millis.stream().map(one -> "%.0f".formatted(one)).toList(),
                        SideBySide.median(again),
                        told(superuser, tenant));
                if (told(superuser, tenant) != warned) {
                    throw new IllegalStateException("Not each was told once");
                }
            }
        }
    }

    private static double ran(TenantId tenant, Runnable clocks) {
        long start = System.nanoTime();
        SystemActing.inTenant(
                tenant,
                () -> {
                    clocks.run();
                    return true;
                });
        return (System.nanoTime() - start) / 1e6;
    }

    /** What reacts to a look works beside the next one otherwise. */
    private static void untilPeopleAreTold(Connection superuser) throws Exception {
        long waiting = 1;
        while (waiting > 0) {
            Thread.sleep(500);
            try (var statement = superuser.createStatement();
                    var row =
                            statement.executeQuery(
                                    "select count(*) from events.event_publication where completion_date is null")) {
                row.next();
                waiting = row.getLong(1);
            }
        }
    }

    private static long told(Connection superuser, TenantId tenant) throws SQLException {
        try (var statement = superuser.createStatement();
                var row =
                        statement.executeQuery(
                                "select count(*) from services.case_told where kind not like 'TOLD%' and tenant_id = "
                                        + tenant.value())) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Some are warned three days before today; the others were accepted later, so that their day is still to come. */
    private List<ServicePopulation.Running> running(
            WorkingCalendar calendar, LocalDate today, int warned) {
        var all = new ArrayList<ServicePopulation.Running>();
        // the day of which a warning three days before falls on today
        var accepted = calendar.plus(calendar.plus(today, 3), -ServicePopulation.PROMISED);
        all.add(
                new ServicePopulation.Running(
                        accepted, due(calendar, accepted), warning(calendar, accepted), warned));
        int left = options.rows() - warned;
        int days = 5;
        for (int i = 1; i <= days; i++) {
            var on = calendar.plus(accepted, i);
            int cases = i == days ? left : left / (days - i + 1);
            all.add(
                    new ServicePopulation.Running(
                            on, due(calendar, on), warning(calendar, on), cases));
            left -= cases;
        }
        return all;
    }

    private static LocalDate due(WorkingCalendar calendar, LocalDate accepted) {
        return calendar.plus(accepted, ServicePopulation.PROMISED);
    }

    private static LocalDate warning(WorkingCalendar calendar, LocalDate accepted) {
        return calendar.plus(accepted, ServicePopulation.PROMISED - 3);
    }
}
