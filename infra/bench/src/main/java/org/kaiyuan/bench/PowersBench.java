package org.kaiyuan.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.kaiyuan.delegation.DelegationPermissions;
import org.kaiyuan.delegation.ListEditions;
import org.kaiyuan.delegation.ListId;
import org.kaiyuan.delegation.MatterId;
import org.kaiyuan.delegation.WhoDecides;
import org.kaiyuan.demo.DemoZone;
import org.kaiyuan.platform.tenancy.TenantId;

/**
 * One tenant with 20,000 entries in 30 versions among many: who decides, by the use case and over HTTP, beside the same
 * SQL by JDBC; and what two versions differ by.
 */
final class PowersBench {
    static final String CODE = "deyang";
    private static final String ROOM = "delegation";
    private static final String CLIENT = "deyang-api";
    private static final int EDITIONS = 30;
    private static final int OTHERS = 1_000;
    private static final int MATTERS = 100;
    private static final int TIMES = 2_000;
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    private final Options options;
    private final Report report;

    PowersBench(Options options, Report report) {
        this.options = options;
        this.report = report;
    }

    void run(Stage stage) throws Exception {
        var tap = new StatementTap(options.data().resolve("postgresql/postgresql.log"));
        try (var jdbc = stage.asApplication();
                var superuser = stage.asSuperuser()) {
            jdbc.setAutoCommit(false);
            try (var application = stage.application()) {
                fill(stage);
                var tenant = stage.tenant(CODE);
                var matters = matters(superuser, tenant);
                try (var rooms =
                        Rooms.over(
                                options,
                                stage.servers().postgres().jdbcUrl("kaiyuan"),
                                stage.servers().postgres().appPassword(),
                                stage.servers().elasticsearch().url().toString())) {
                    Rooms.as(
                            tenant,
                            "bench",
                            List.of(DelegationPermissions.READ),
                            () -> {
                                decides(rooms, jdbc, superuser, tenant, tap, matters);
                                differences(rooms, list(superuser, tenant));
                                return null;
                            });
                }
                overHttp(application, matters, list(superuser, tenant));
            }
        }
    }

    private void decides(
            Rooms rooms,
            Connection jdbc,
            Connection superuser,
            TenantId tenant,
            StatementTap tap,
            List<UUID> matters)
            throws Exception {
        var who = rooms.of(WhoDecides.class);
        var today = LocalDate.now(HERE);
        var raw = new ArrayList<List<String>>();
        for (var matter : matters) {
            who.decides(new MatterId(matter), null, today);
            raw.add(
                    tap.during(
                            superuser, ROOM, () -> who.decides(new MatterId(matter), null, today)));
        }
        report.line("    %s", raw.getFirst().getFirst().replaceAll("\\s+", " "));
        // interleaved A B B A, so that what else the machine does hits both
        var use = new ArrayList<Double>();
        var plain = new ArrayList<Double>();
        for (int round = -1; round < Math.max(5, options.pairs()); round++) {
            for (int side : new int[] {0, 1, 1, 0}) {
                for (int turn = 0; turn < TIMES / 4; turn++) {
                    int one = turn % matters.size();
                    long start = System.nanoTime();
                    if (side == 0) {
                        who.decides(new MatterId(matters.get(one)), null, today);
                    } else {
                        ListBench.ask(jdbc, tenant, raw.get(one));
                    }
                    if (round >= 0) {
                        (side == 0 ? use : plain).add((System.nanoTime() - start) / 1e6);
                    }
                }
            }
        }
        say("decides, use case", use, "raw JDBC of the same SQL", plain);
    }

    private void say(String what, List<Double> one, String beside, List<Double> other) {
        var a = sorted(one);
        var b = sorted(other);
        double over = SideBySide.at(a, 0.95) - SideBySide.at(b, 0.95);
        report.line(
                "%s: p50 %.2f ms, p95 %.2f ms; %s: p50 %.2f ms, p95 %.2f ms; p95 over it %s ms (≤ 5 asked)",
                what,
                SideBySide.at(a, 0.5),
                SideBySide.at(a, 0.95),
                beside,
                SideBySide.at(b, 0.5),
                SideBySide.at(b, 0.95),
                String.format(Locale.ROOT, "%.2f", over));
    }

    private static double[] sorted(List<Double> millis) {
        var sorted = millis.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    private void differences(Rooms rooms, UUID list) throws Exception {
        var editions = rooms.of(ListEditions.class);
        var table = new Latencies(report);
        var id = new ListId(list);
        table.measure(
                "difference of versions 29 and 30: %,d entries"
                        .formatted(editions.between(id, 29, 30).size()),
                300,
                50,
                turn -> editions.between(id, 29, 30));
        table.measure(
                "difference of versions 15 and 30: %,d entries"
                        .formatted(editions.between(id, 15, 30).size()),
                300,
                50,
                turn -> editions.between(id, 15, 30));
        table.measure(
                "difference of versions 1 and 30: %,d entries"
                        .formatted(editions.between(id, 1, 30).size()),
                300,
                50,
                turn -> editions.between(id, 1, 30));
    }

    private void overHttp(Application application, List<UUID> matters, UUID list) throws Exception {
        var table = new Latencies(report);
        table.measure(
                "decides over HTTP",
                0,
                TIMES,
                turn ->
                        application.get(
                                CLIENT,
                                "/api/v1/delegation/decides?matter="
                                        + matters.get(turn % matters.size())));
        table.measure(
                "difference of versions 29 and 30 over HTTP, first page",
                300,
                50,
                turn ->
                        application.get(
                                CLIENT,
                                "/api/v1/delegation/lists/" + list + "/versions/29/diff/30"));
    }

    private void fill(Stage stage) throws SQLException {
        long start = System.nanoTime();
        var codes =
                Stream.concat(Stream.of(CODE), DemoZone.all().stream().map(DemoZone::code))
                        .distinct()
                        .limit(options.tenants())
                        .toList();
        try (var superuser = stage.asSuperuser();
                var statement = superuser.createStatement()) {
            for (var code : codes) {
                PowerPopulation.fill(
                        superuser,
                        stage.tenant(code),
                        code.equals(CODE) ? options.rows() : OTHERS,
                        code.equals(CODE) ? EDITIONS : 5);
            }
            for (var table : List.of("matter", "list", "edition", "wording")) {
                statement.execute("vacuum analyze delegation." + table);
            }
            try (var row = statement.executeQuery("select count(*) from delegation.wording")) {
                row.next();
                report.line(
                        "filled %d tenants in %.1f s: %,d wordings altogether",
                        codes.size(), (System.nanoTime() - start) / 1e9, row.getLong(1));
            }
        }
    }

    private static List<UUID> matters(Connection superuser, TenantId tenant) throws SQLException {
        var matters = new ArrayList<UUID>();
        try (var statement = superuser.createStatement();
                var rows =
                        statement.executeQuery(
                                "select id from delegation.matter where tenant_id = "
                                        + tenant.value()
                                        + " and code like 'BENCH-%' order by md5(id::text) limit "
                                        + MATTERS)) {
            while (rows.next()) {
                matters.add(rows.getObject(1, UUID.class));
            }
        }
        return matters;
    }

    private static UUID list(Connection superuser, TenantId tenant) throws SQLException {
        try (var statement = superuser.createStatement();
                var rows =
                        statement.executeQuery(
                                "select id from delegation.list where tenant_id = "
                                        + tenant.value()
                                        + " and title = '"
                                        + PowerPopulation.TITLE
                                        + "'")) {
            rows.next();
            return rows.getObject(1, UUID.class);
        }
    }
}
