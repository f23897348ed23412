package org.kaiyuan.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.kaiyuan.platform.tenancy.TenantId;
import org.postgresql.PGConnection;

/**
 * A file of leads through the API until it is COMPLETED, beside the tenant's other leads and with the check for
 * likely twins, ÷ a raw COPY of the same rows into the same tables.
 */
final class LeadsImportBench {
    private static final int SMALL = 1_000;
    private static final int LARGE = 100_000;

    /** Each fiftieth row is a lead that is there already: held back as a likely twin. */
    private static final int TWIN = 50;

    private static final String HEADINGS =
            "项目名称,投资方,统一社会信用代码,招商方式,主导产业,总投资(万元),固定资产投资(万元),用地(亩),联系人,联系电话,负责人,阶段,登记日期,标签,备注";
    private static final List<String> WAYS = List.of("产业链招商", "以商招商", "会展招商", "驻点招商", "委托招商");
    private static final List<String> STAGES = List.of("线索", "研判", "在谈");
    private static final List<String> PEOPLE = List.of("赵一鸣", "钱思源", "孙若兰", "李知远");

    /** What an import writes of leads, parents first. */
    private static final List<String> TABLES =
            List.of("lead", "investor", "contact", "lead_tag", "likeness", "stage_move");

    private final Options options;
    private final Report report;

    LeadsImportBench(Options options, Report report) {
        this.options = options;
        this.report = report;
    }

    void run(Stage stage) throws Exception {
        try (var application = stage.application();
                var superuser = stage.asSuperuser()) {
            LeadsBench.fill(stage, options, report);
            var tenant = stage.tenant(LeadsBench.CODE);
            empty(superuser, tenant);
            imported(application, csv(SMALL, 0)); // the first one of a JVM
            empty(superuser, tenant);
            compare(application, superuser, tenant, SMALL, 3);
            compare(application, superuser, tenant, Math.min(LARGE, options.rows()), 60);
        }
    }

    private void compare(
            Application application, Connection superuser, TenantId tenant, int rows, int seconds)
            throws Exception {
        var file = csv(rows, 1);
        report.line("first import of %,d rows: %.2f s", rows, imported(application, file) / 1000);
        report.line("    %s", outcome(superuser, tenant));
        var same = copyOut(superuser, tenant);
        empty(superuser, tenant);
        var result =
                new SideBySide(options.pairs(), Duration.ZERO)
                        .compareOnce(
                                () -> {
                                    double spent = imported(application, file);
                                    empty(superuser, tenant);
                                    return spent;
                                },
                                () -> {
                                    double spent = copyIn(superuser, same);
                                    empty(superuser, tenant);
                                    return spent;
                                });
        report.line(
                "import of %,d rows with the check for twins: %.2f s (< %d s), %,.0f rows/s; ÷ raw COPY: %s",
                rows,
                result.aMillis() / 1000,
                seconds,
                rows / result.aMillis() * 1000,
                result.sentence());
    }

    private static double imported(Application application, Path file) throws Exception {
        return application.imported(LeadsBench.CLIENT, "/api/v1/leads/imports", file);
    }

    private static String outcome(Connection superuser, TenantId tenant) throws SQLException {
        try (var statement = superuser.createStatement();
                var row =
                        statement.executeQuery(
                                """
                                select format('%%s added, %%s known, %%s held back or faulty; %%s', added, unchanged, rejected,
                                    (select string_agg(distinct e.field || ' ' || e.reason, ', ') from leads.import_error e
                                     where e.tenant_id = j.tenant_id and e.import_id = j.id))
                                from leads.import_job j where tenant_id = %d order by created_at desc limit 1\
                                """
                                        .formatted(tenant.value()))) {
            row.next();
            return row.getString(1);
        }
    }

    /** Rows of the table that came by files. */
    private static String rows(String table, TenantId tenant) {
        return table.equals("lead")
                ? "tenant_id = %d and import_id in (select id from leads.import_job)"
                        .formatted(tenant.value())
                : "tenant_id = %d and lead_id in (select id from leads.lead where %s)"
                        .formatted(tenant.value(), rows("lead", tenant));
    }

    private static Map<String, byte[]> copyOut(Connection superuser, TenantId tenant)
            throws Exception {
        var all = new LinkedHashMap<String, byte[]>();
        for (var table : TABLES) {
            var out = new ByteArrayOutputStream();
            superuser
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "copy (select %s from leads.%s where %s) to stdout"
                                    .formatted(
                                            columns(superuser, table), table, rows(table, tenant)),
                            out);
            all.put(table, out.toByteArray());
        }
        return all;
    }

    private static double copyIn(Connection superuser, Map<String, byte[]> rows) throws Exception {
        var columns = new LinkedHashMap<String, String>();
        for (var table : TABLES) {
            columns.put(table, columns(superuser, table));
        }
        superuser.setAutoCommit(false);
        try (var statement = superuser.createStatement()) {
            statement.execute(
                    "select set_config('app.tenant_id', '1', true)"); // for the quota's trigger
            long start = System.nanoTime();
            for (var table : TABLES) {
                superuser
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy leads.%s (%s) from stdin"
                                        .formatted(table, columns.get(table)),
                                new ByteArrayInputStream(rows.get(table)));
            }
            superuser.commit();
            return (System.nanoTime() - start) / 1e6;
        } finally {
            superuser.setAutoCommit(true);
        }
    }

    private static String columns(Connection superuser, String table) throws SQLException {
        try (var statement = superuser.createStatement();
                var row =
                        statement.executeQuery(
                                """
                                select string_agg(column_name, ', ' order by ordinal_position)
                                from information_schema.columns
                                where table_schema = 'leads' and table_name = '%s' and is_generated = 'NEVER'\
                                """
                                        .formatted(table))) {
            row.next();
            return row.getString(1);
        }
    }

    /** Only the tenant's own leads are left, and no page is left half empty. */
    private static void empty(Connection superuser, TenantId tenant) throws SQLException {
        superuser.setAutoCommit(false);
        try (var statement = superuser.createStatement()) {
            statement.execute("set local session_replication_role = replica");
            for (var table : TABLES.reversed()) {
                statement.execute(
                        "delete from leads.%s where %s".formatted(table, rows(table, tenant)));
            }
            statement.execute("delete from audit.change where act = 'imported'");
            statement.execute("delete from leads.import_likely");
            statement.execute("delete from leads.import_error");
            statement.execute("delete from tenancy.record_change where n <> 0 and word = 'leads'");
        }
        superuser.commit();
        superuser.setAutoCommit(true);
        try (var statement = superuser.createStatement()) {
            for (var table : TABLES) {
                statement.execute("vacuum leads." + table);
            }
            statement.execute("vacuum audit.change");
            statement.execute("checkpoint");
        }
    }

    private Path csv(int rows, int part) throws IOException {
        var file = options.data().resolve("leads-%d-%d.csv".formatted(rows, part));
        var random = new SplittableRandom(part);
        try (var out = Files.newBufferedWriter(file)) {
            out.write(HEADINGS + "\r\n");
            var today = LocalDate.now();
            for (int i = 0; i < rows; i++) {
                int number = LeadPopulation.OF_FILES + part * 1_000_000 + i;
                int investor = i % TWIN == TWIN - 1 ? random.nextInt(options.rows()) : number;
                long wan = Math.round(10_000 * Math.exp(1.2 * random.nextGaussian()));
                out.write(
                        String.join(
                                        ",",
                                        LeadPopulation.project(number),
                                        LeadPopulation.investor(investor),
                                        LeadPopulation.creditCode(investor),
                                        WAYS.get(i % WAYS.size()),
                                        LeadPopulation.industry(number),
                                        Long.toString(wan),
                                        Long.toString(wan * 6 / 10),
                                        Integer.toString(random.nextInt(10, 300)),
                                        "联系人" + i % 100,
                                        LeadPopulation.phone(number),
                                        i % 10 == 0 ? "" : PEOPLE.get(i % PEOPLE.size()),
                                        STAGES.get(i % STAGES.size()),
                                        today.minusDays(random.nextInt(1, 700)).toString(),
                                        i % 4 == 0 ? "重大项目" : "",
                                        "建设研发中心和标准厂房\uFF0C分两期实施")
                                + "\r\n");
            }
        }
        return file;
    }
}
