package org.kaiyuan.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kaiyuan.demo.DemoZone;
import org.kaiyuan.leads.LeadAssignment;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.leads.LeadTaken;
import org.kaiyuan.platform.tenancy.TenantId;

/**
 * One large tenant among many: the list, its deep pages and the funnel over HTTP ÷ the same SQL by JDBC; the
 * board's statements; many who claim the same lead.
 */
final class LeadsBench {
    static final String CODE = "deyang";
    static final String CLIENT = "deyang-api";
    private static final String ROOM = "leads";
    private static final String LEADS = "/api/v1/leads";
    private static final int LIMIT = 50;
    private static final int DEEP_PAGE = 3_800;
    private static final int CLAIMING = 50;
    private static final int CLAIMED = 20;
    private static final Pattern NEXT = Pattern.compile("\"next\"\\s*:\\s*\"([^\"]+)\"");

    private final Options options;
    private final Report report;

    LeadsBench(Options options, Report report) {
        this.options = options;
        this.report = report;
    }

    void run(Stage stage) throws Exception {
        try (var application = stage.application();
                var jdbc = stage.asApplication();
                var superuser = stage.asSuperuser()) {
            fill(stage, options, report);
            jdbc.setAutoCommit(false);
            var tenant = stage.tenant(CODE);
            var tap = new StatementTap(options.data().resolve("postgresql/postgresql.log"));
            var side = new SideBySide(options.pairs(), options.window());
            var first = LEADS + "?limit=" + LIMIT;
            board(application, superuser, tap);
            list(
                    application,
                    jdbc,
                    tenant,
                    tap.during(superuser, ROOM, get(application, first)),
                    side);
            deep(application, side);
            var funnel = LEADS + "/funnel";
            funnel(
                    application,
                    jdbc,
                    tenant,
                    tap.during(superuser, ROOM, get(application, funnel)));
        }
        claim(stage);
    }

    /** The large tenant, and a hundredth of its leads for each of the others. */
    static void fill(Stage stage, Options options, Report report) throws SQLException {
        long start = System.nanoTime();
        var codes =
                Stream.concat(Stream.of(CODE), DemoZone.all().stream().map(DemoZone::code))
                        .distinct()
                        .limit(options.tenants())
                        .toList();
        try (var superuser = stage.asSuperuser();
                var statement = superuser.createStatement()) {
            for (var code : codes) {
                LeadPopulation.fill(
                        superuser,
                        stage.tenant(code),
                        code,
                        code.equals(CODE) ? options.rows() : options.rows() / 100);
            }
            for (var table :
                    List.of("lead", "investor", "contact", "lead_tag", "likeness", "stage_move")) {
                statement.execute("vacuum analyze leads." + table);
            }
            report.line(
                    "filled %d tenants in %.1f s: %,d leads in %s",
                    codes.size(),
                    (System.nanoTime() - start) / 1e9,
                    LeadPopulation.count(superuser, stage.tenant(CODE)),
                    CODE);
        }
    }

    private void board(Application application, Connection superuser, StatementTap tap)
            throws Exception {
        for (int cards : new int[] {1, 10, 45}) {
            var path = LEADS + "/board?state=ACTIVE&cards=" + cards;
            application.get(CLIENT, path);
            long start = System.nanoTime();
            application.get(CLIENT, path);
            double millis = (System.nanoTime() - start) / 1e6;
            var statements = tap.during(superuser, ROOM, get(application, path));
            report.line(
                    "board of %d cards a stage: %d statements (≤ 12), %.0f ms",
                    cards, statements.size(), millis);
        }
    }

    private void list(
            Application application,
            Connection jdbc,
            TenantId tenant,
            List<String> statements,
            SideBySide side)
            throws Exception {
        var first = LEADS + "?limit=" + LIMIT;
        say("statements per page", statements);
        SideBySide.warmUp(
                turn -> application.get(CLIENT, first), options.pairs() < 5 ? 2_000 : 20_000);
        report.line(
                "page 1, HTTP ÷ raw JDBC of the same SQL (p50 ≤ 2): %s",
                side.compare(
                                turn -> application.get(CLIENT, first),
                                turn -> ListBench.ask(jdbc, tenant, statements))
                        .sentence());
    }

    private void deep(Application application, SideBySide side) throws Exception {
        var first = LEADS + "?limit=" + LIMIT;
        int page = Math.min(DEEP_PAGE, options.rows() / LIMIT * 95 / 100);
        var deep = first + "&cursor=" + walk(application, page);
        report.line(
                "page %,d ÷ page 1, HTTP (≤ 1.2): %s",
                page,
                side.compare(
                                turn -> application.get(CLIENT, deep),
                                turn -> application.get(CLIENT, first))
                        .sentence());
    }

    private void funnel(
            Application application, Connection jdbc, TenantId tenant, List<String> statements)
            throws Exception {
        var funnel = LEADS + "/funnel";
        say("statements of the funnel", statements);
        var side =
                new SideBySide(options.pairs(), Duration.ofMillis(4 * options.window().toMillis()));
        report.line(
                "funnel, HTTP ÷ raw JDBC of the same SQL (p50 ≤ 1.5): %s",
                side.compare(
                                turn -> application.get(CLIENT, funnel),
                                turn -> ListBench.ask(jdbc, tenant, statements))
                        .sentence());
    }

    private void say(String what, List<String> statements) {
        report.line("%s: %d", what, statements.size());
        statements.forEach(sql -> report.line("    %s", sql.replaceAll("\\s+", " ")));
    }

    /** A program has no leads of its own, so people claim through the use case, each in a thread of their own. */
    private void claim(Stage stage) throws Exception {
        var tenant = stage.tenant(CODE);
        try (var superuser = stage.asSuperuser();
                var rooms =
                        Rooms.over(
                                options,
                                stage.servers().postgres().jdbcUrl("kaiyuan"),
                                stage.servers().postgres().appPassword(),
                                stage.servers().elasticsearch().url().toString());
                var pool = Executors.newFixedThreadPool(CLAIMING)) {
            var assignment = rooms.assignment();
            var millis = new ArrayList<Double>();
            int lucky = 0;
            int refused = 0;
            var other = new ArrayList<String>();
            for (var lead : pooled(superuser, tenant, CLAIMED)) {
                var together = new CountDownLatch(1);
                var asked = new ArrayList<Future<String>>();
                for (int i = 0; i < CLAIMING; i++) {
                    var name = "claimer-" + lead.value().hashCode() + "-" + i;
                    asked.add(
                            pool.submit(() -> {
                                together.await();
                                return Rooms.as(
                                        tenant,
                                        name,
                                        List.of(LeadPermissions.READ, LeadPermissions.WRITE),
                                        () -> claimed(assignment, lead));
                            }));
                }
                long start = System.nanoTime();
                together.countDown();
                var said = new ArrayList<String>();
                for (var one : asked) {
                    said.add(one.get());
                }
                millis.add((System.nanoTime() - start) / 1e6);
                var counts =
                        said.stream()
                                .collect(
                                        Collectors.groupingBy(
                                                Function.identity(), Collectors.counting()));
                if (counts.getOrDefault("mine", 0L) == 1
                        && owner(superuser, tenant, lead) != null) {
                    lucky++;
                }
                refused += Math.toIntExact(counts.getOrDefault("taken", 0L));
                counts.keySet().stream()
                        .filter(word -> !Set.of("mine", "taken").contains(word))
                        .forEach(other::add);
            }
            var sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            report.line(
                    "%d people claim one lead at once, %d leads: exactly one got it %d times, %d refused as taken, else: %s;"
                            + " until all were answered p50 %.0f ms, p95 %.0f ms",
                    CLAIMING,
                    millis.size(),
                    lucky,
                    refused,
                    other.isEmpty() ? "nothing" : other,
                    SideBySide.at(sorted, 0.5),
                    SideBySide.at(sorted, 0.95));
        }
    }

    private static String claimed(LeadAssignment assignment, LeadId lead) {
        try {
            assignment.claim(lead);
            return "mine";
        } catch (LeadTaken taken) {
            return "taken";
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    private static List<LeadId> pooled(Connection superuser, TenantId tenant, int many)
            throws SQLException {
        var leads = new ArrayList<LeadId>();
        try (var statement = superuser.createStatement();
                var row =
                        statement.executeQuery(
                                """
                                select id from leads.lead
                                where tenant_id = %d and owner is null and state = 'ACTIVE' and merged_into is null
                                order by pooled_at desc limit %d\
                                """
                                        .formatted(tenant.value(), many))) {
            while (row.next()) {
                leads.add(new LeadId(row.getObject(1, UUID.class)));
            }
        }
        return leads;
    }

    private static @org.jspecify.annotations.Nullable String owner(
            Connection superuser, TenantId tenant, LeadId lead) throws SQLException {
        try (var statement = superuser.createStatement();
                var row =
                        statement.executeQuery(
                                "select owner from leads.lead where tenant_id = %d and id = '%s'"
                                        .formatted(tenant.value(), lead.value()))) {
            row.next();
            return row.getString(1);
        }
    }

    private static StatementTap.Request get(Application application, String path) {
        return () -> application.get(CLIENT, path);
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
                            LEADS
                                    + "?limit="
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
