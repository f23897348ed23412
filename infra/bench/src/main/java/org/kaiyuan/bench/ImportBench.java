package org.kaiyuan.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.kaiyuan.demo.DemoEnterprise;
import org.kaiyuan.demo.EnterpriseGenerator;
import org.kaiyuan.demo.Place;
import org.kaiyuan.platform.tenancy.TenantId;
import org.postgresql.PGConnection;

/** A file through the API until it is COMPLETED ÷ a raw COPY of the same rows into the same table. */
final class ImportBench {
    private static final int ROWS = 100_000;
    private static final String CLIENT = "luzhou-api";
    private static final String[] HEADINGS = {
        "企业名称", "统一社会信用代码", "企业类型", "注册资本（万元）", "成立日期", "行业代码", "所属区划", "地址", "经营范围", "主要产品"
    };
    private static final Pattern HEAP = Pattern.compile("Pause Full.*->(\\d+)M\\(");

    private final Options options;
    private final Report report;

    ImportBench(Options options, Report report) {
        this.options = options;
        this.report = report;
    }

    void run(Stage stage) throws Exception {
        int rows = Math.min(ROWS, options.rows());
        try (var application = stage.application();
                var superuser = stage.asSuperuser()) {
            var tenant = stage.tenant("luzhou");
            empty(superuser, tenant);
            var csv = csv(rows);
            var xlsx = xlsx(rows);
            double first = application.imported(CLIENT, csv);
            var same = copyOut(superuser, tenant);
            empty(superuser, tenant);
            report.line("first CSV import of %,d rows: %.1f s", rows, first / 1000);
            var side = new SideBySide(options.pairs(), java.time.Duration.ZERO);
            var compared = options.pairs() == 0 ? new Path[0] : new Path[] {csv, xlsx};
            for (var file : compared) {
                report.line(
                        "%s ÷ raw COPY (CSV ≤ 4, XLSX ≤ 7): %s",
                        file.getFileName(),
                        side.compareOnce(
                                        () -> {
                                            double spent = application.imported(CLIENT, file);
                                            empty(superuser, tenant);
                                            return spent;
                                        },
                                        () -> {
                                            double spent = copyIn(superuser, same);
                                            empty(superuser, tenant);
                                            return spent;
                                        })
                                .sentence());
            }
            if (options.rows() > ROWS) {
                long small = liveHeapDuring(application, packed(csv));
                empty(superuser, tenant);
                long large = liveHeapDuring(application, packed(csv(options.rows())));
                empty(superuser, tenant);
                report.line(
                        "live heap at most: %,d rows %d MB, %,d rows %d MB; growth %d MB (≤ 64)",
                        rows, small, options.rows(), large, large - small);
            }
        }
    }

    private static byte[] copyOut(Connection superuser, TenantId tenant) throws Exception {
        var out = new ByteArrayOutputStream();
        superuser
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "copy (select %s from enterprises.enterprise where tenant_id = %d) to stdout"
                                .formatted(columns(superuser), tenant.value()),
                        out);
        return out.toByteArray();
    }

    private static double copyIn(Connection superuser, byte[] rows) throws Exception {
        var sql = "copy enterprises.enterprise (%s) from stdin".formatted(columns(superuser));
        long start = System.nanoTime();
        superuser
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(sql, new ByteArrayInputStream(rows));
        return (System.nanoTime() - start) / 1e6;
    }

    private static String columns(Connection superuser) throws Exception {
        try (var statement = superuser.createStatement();
                var row =
                        statement.executeQuery(
                                """
                                select string_agg(column_name, ', ' order by ordinal_position)
                                from information_schema.columns
                                where table_schema = 'enterprises' and table_name = 'enterprise'
                                and is_generated = 'NEVER'\
                                """)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void empty(Connection superuser, TenantId tenant) throws Exception {
        try (var statement = superuser.createStatement()) {
            statement.execute(
                    "delete from enterprises.enterprise where tenant_id = " + tenant.value());
            statement.execute("vacuum enterprises.enterprise");
        }
    }

    /** After a full collection every second, as the collector's log says. */
    private long liveHeapDuring(Application application, Path file) throws Exception {
        var log = options.data().resolve("gc.log");
        long from = Files.size(log);
        var watching =
                Thread.ofPlatform()
                        .start(() -> {
                            while (!Thread.currentThread().isInterrupted()) {
                                collect(application.pid());
                            }
                        });
        try {
            application.imported(CLIENT, file);
        } finally {
            watching.interrupt();
            watching.join();
        }
        var all = Files.readAllBytes(log);
        var said = new String(all, (int) from, all.length - (int) from, StandardCharsets.UTF_8);
        return HEAP.matcher(said)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .max()
                .orElse(0);
    }

    private static void collect(long pid) {
        try {
            new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin/jcmd").toString(),
                            Long.toString(pid),
                            "GC.run")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            TimeUnit.SECONDS.sleep(1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Path csv(int rows) throws IOException {
        var file = options.data().resolve("import-" + rows + ".csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write(String.join(",", HEADINGS) + "\r\n");
            generator().stream(Long.MAX_VALUE)
                    .filter(e -> e.creditCode() != null)
                    .limit(rows)
                    .forEach(e -> writeLine(out, e));
        }
        return file;
    }

    /** A million rows are larger than an upload may be, unless they are packed. */
    private static Path packed(Path file) throws IOException {
        var packed = file.resolveSibling(file.getFileName() + ".gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(file, out);
        }
        return packed;
    }

    private static void writeLine(java.io.Writer out, DemoEnterprise e) {
        try {
            var values = values(e);
            for (int i = 0; i < values.length; i++) {
                out.write((i == 0 ? "\"" : ",\"") + values[i].replace("\"", "\"\"") + "\"");
            }
            out.write("\r\n");
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private Path xlsx(int rows) throws IOException {
        var file = options.data().resolve("import-" + rows + ".xlsx");
        try (var out = Files.newOutputStream(file);
                var book = new Workbook(out, "kaiyuan-bench", "1.0")) {
            var sheet = book.newWorksheet("企业");
            for (int i = 0; i < HEADINGS.length; i++) {
                sheet.value(0, i, HEADINGS[i]);
            }
            var iterator =
                    generator().stream(Long.MAX_VALUE)
                            .filter(e -> e.creditCode() != null)
                            .iterator();
            for (int row = 1; row <= rows; row++) {
                var values = values(iterator.next());
                for (int i = 0; i < values.length; i++) {
                    sheet.value(row, i, values[i]);
                }
            }
        }
        return file;
    }

    private static String[] values(DemoEnterprise e) {
        return new String[] {
            e.name(),
            String.valueOf(e.creditCode()),
            e.kind(),
            Long.toString(e.capitalYuan() / 10_000),
            e.foundedOn().toString(),
            e.industryCode(),
            e.divisionCode(),
            e.address(),
            e.businessScope(),
            e.products()
        };
    }

    private static EnterpriseGenerator generator() {
        return EnterpriseGenerator.of(Place.sample(5), 99, 700_000_000);
    }
}
