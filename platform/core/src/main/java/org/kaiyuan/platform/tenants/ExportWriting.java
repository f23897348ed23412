package org.kaiyuan.platform.tenants;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.ExportSink;
import org.kaiyuan.platform.tenancy.TenantHolding;
import org.kaiyuan.platform.tenancy.TenantRegister;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes everything of the current tenant into an archive: each table as the database sees it at one moment,
 * as JSON lines; then what the rooms hold besides; then the manifest with the checksums of all of it.
 *
 * <p>Rows pass from a cursor into the file, so the heap does not grow with them. The walls stand: no statement
 * names the tenant.
 */
@Component
class ExportWriting {
    static final int FORMAT = 1;
    private static final int AT_ONCE = 500;

    private final TenantTables tables;
    private final List<TenantHolding> holdings;
    private final TenantRegister register;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate asOneMoment;
    private final JsonMapper json;
    private final Clock clock;

    ExportWriting(
            TenantTables tables,
            List<TenantHolding> holdings,
            TenantRegister register,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            JsonMapper json,
            Clock clock) {
        this.tables = tables;
        this.holdings = holdings;
        this.register = register;
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setFetchSize(AT_ONCE);
        this.asOneMoment = new TransactionTemplate(transactions);
        this.asOneMoment.setReadOnly(true);
        this.asOneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.json = json;
        this.clock = clock;
    }

    /** Is told how far it is, while the one moment lasts: it writes that down in a transaction of its own. */
    interface Progress {
        void at(String doing, int done, int total, long rows);
    }

    /** @return the checksum of the whole archive */
    String write(OutputStream to, Progress progress) throws IOException {
        var archive = new Archive(to);
        try (archive) {
            var told = new ArrayList<Map<String, Object>>();
            tables(archive, told, progress);
            for (var holding : holdings) {
                holding.export(new Below(archive, holding.name() + "/"));
            }
            archive.file("README.txt", readme());
            archive.file(
                    "manifest.json",
                    new ByteArrayInputStream(
                            json.writerWithDefaultPrettyPrinter()
                                    .writeValueAsBytes(manifest(archive.entries(), told))));
        }
        return archive.checksum();
    }

    private void tables(Archive archive, List<Map<String, Object>> told, Progress progress)
            throws IOException {
        var all =
                tables.all().stream()
                        .filter(table -> !LeftOut.TABLES.contains(table.name()))
                        .toList();
        try {
            asOneMoment.executeWithoutResult(open -> {
                long rows = 0;
                for (int i = 0; i < all.size(); i++) {
                    progress.at(all.get(i).name(), i, all.size(), rows);
                    rows += table(archive, all.get(i), told);
                }
                progress.at("", all.size(), all.size(), rows);
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private long table(
            Archive archive, TenantTables.OfTenants table, List<Map<String, Object>> told) {
        var columns =
                table.columns().stream()
                        .filter(c -> !LeftOut.SECRETS.contains(table.name() + "." + c))
                        .toList();
        var sql =
                "select row_to_json(x)::text from (select %s from %s order by %s) x"
                        .formatted(quoted(columns), table.quoted(), quoted(table.key()));
        try {
            var entry =
                    archive.lines(
                            "tables/" + table.name() + ".jsonl",
                            line ->
                                    jdbc.query(
                                            sql,
                                            row -> {
                                                line.accept(row.getString(1));
                                            }));
            var about = new LinkedHashMap<String, Object>();
            about.put("table", table.name());
            about.put("file", entry.path());
            about.put("rows", entry.rows());
            about.put("columns", columns);
            about.put("key", table.key());
            told.add(about);
            return entry.rows();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> manifest(
            List<Archive.Entry> entries, List<Map<String, Object>> told) {
        var tenant = register.get(CurrentTenant.get());
        var about = new LinkedHashMap<String, Object>();
        about.put("code", tenant.code());
        about.put("name", tenant.name());
        about.put("kind", tenant.kind());
        about.put("levelType", tenant.levelType());
        about.put("city", tenant.city());
        about.put("divisions", tenant.divisions());
        about.put("number", tenant.id().value());
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("format", "kaiyuan-tenant-export");
        manifest.put("version", FORMAT);
        manifest.put("writtenAt", clock.instant().toString());
        manifest.put("tenant", about);
        manifest.put("tables", told);
        manifest.put("files", entries);
        manifest.put("leftOutSecrets", LeftOut.SECRETS.stream().sorted().toList());
        manifest.put("leftOutTables", LeftOut.TABLES.stream().sorted().toList());
        return manifest;
    }

    private static InputStream readme() {
        return new ByteArrayInputStream(README.getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(List<String> columns) {
        return columns.stream().map(TenantTables::quoted).collect(Collectors.joining(", "));
    }

    private record Below(Archive archive, String folder) implements ExportSink {
        @Override
        public void lines(String path, Consumer<Consumer<String>> writing) throws IOException {
            archive.lines(folder + path, writing);
        }

        @Override
        public void file(String path, InputStream content) throws IOException {
            archive.file(folder + path, content);
        }
    }

    private static final String README =
            """
            开园 Kaiyuan · 租户导出 tenant export, format version 1

            manifest.json  清单：格式版本、租户、每张表的列与行数、每个文件的 SHA-256（未压缩内容）。
                           What there is: version, tenant, columns and rows of each table, SHA-256 of each file (not packed).
            tables/*.jsonl 每张表一个文件，UTF-8，每行一个 JSON 对象，按主键排序；时间为带时区的 ISO 8601，二进制为 \\x 十六进制。
                           A file a table: UTF-8, one JSON object a line, by primary key; times ISO 8601, binary as \\x hex.
            其他目录        由各功能模块写入（人员、附件等），名称见清单。
            other folders  What the rooms hold besides (people, attachments), see the manifest.

            所有表取自数据库的同一时刻。密码散列、密钥等不导出，见 leftOutSecrets。
            All tables are of one moment. Hashes, seeds and keys are left out, see leftOutSecrets.
            """;
}
