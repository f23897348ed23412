package org.kaiyuan.enterprises;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.jobs.TenantJob;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.transfer.TabularFile;
import org.kaiyuan.platform.transfer.TabularLimits;
import org.kaiyuan.platform.transfer.TabularRow;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads one file: COPY into a temporary table (it has no row-level security), checks there by sets, then
 * one INSERT and one UPDATE. All in one transaction: after a crash it begins anew, never half.
 */
@Component
class ImportEnterprises implements TenantJob {
    static final String KIND = "enterprises.import";

    private static final Pattern DATE =
            Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[ T].*)?");
    private static final Map<String, String> CURRENCIES =
            Map.of(
                    "", "CNY", "人民币", "CNY", "人民币元", "CNY", "美元", "USD", "欧元", "EUR", "港元", "HKD",
                    "港币", "HKD", "日元", "JPY");

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    ImportEnterprises(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(UUID id) {
        var begun =
                transaction.execute(t ->
                        jdbc.update(
                                "update enterprises.import_job set state = 'RUNNING', started_at = now()"
                                        + " where id = ? and state in ('QUEUED', 'RUNNING')",
                                id));
        if (begun == null || begun == 0) {
            return;
        }
        try {
            transaction.executeWithoutResult(t -> load(id));
        } catch (Refusal refusal) {
            fail(id, refusal.messageKey());
        } catch (RuntimeException e) {
            fail(id, "enterprises.import.failed");
            throw e;
        }
    }

    private void fail(UUID id, String key) {
        transaction.executeWithoutResult(t ->
                jdbc.update(
                        "update enterprises.import_job set state = 'FAILED', failure_key = ?, ended_at = clock_timestamp() where id = ?",
                        key,
                        id));
    }

    private void load(UUID id) {
        try {
            var file = Files.createTempFile("kaiyuan-import-", ".tmp");
            try {
                fetch(id, file);
                jdbc.execute(ImportSql.STAGE);
                long read;
                try (var table = TabularFile.open(file, TabularLimits.DEFAULT)) {
                    var columns = new ImportColumns(table.headings());
                    Long copied =
                            jdbc.execute(
                                    (ConnectionCallback<Long>)
                                            c ->
                                                    copy(
                                                            c.unwrap(PGConnection.class),
                                                            table,
                                                            columns));
                    read = copied == null ? 0 : copied;
                }
                write(id, read);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(UUID id, long read) {
        var tenant = CurrentTenant.get();
        long t = tenant.value();
        for (var rule : ImportSql.RULES) {
            jdbc.update(rule);
        }
        long rejected = jdbc.update(ImportSql.ERRORS, t, id);
        jdbc.update(ImportSql.DIFFERENCES, id);
        jdbc.update(ImportSql.HISTORY_OF_CHANGES, t, id);
        int changed = jdbc.update(ImportSql.UPDATE, id);
        jdbc.update(ImportSql.TOUCH_CHANGED, t, id);
        int added = jdbc.update(ImportSql.INSERT, t, id);
        jdbc.update(ImportSql.HISTORY_OF_NEW, t, id);
        jdbc.update(ImportSql.TOUCH_NEW, t, id);
        jdbc.update(
                """
                update enterprises.import_job
                set state = 'COMPLETED', read_rows = ?, added = ?, changed = ?, unchanged = ?, rejected = ?,
                    ended_at = clock_timestamp()
                where id = ?\
                """,
                read,
                added,
                changed,
                read - added - changed - rejected,
                rejected,
                id);
        jdbc.update("delete from enterprises.import_chunk where import_id = ?", id);
        if (added + changed > 0) {
            events.publishEvent(new EnterprisesImported(tenant, id));
        }
    }

    private void fetch(UUID id, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            for (int position = 0; ; position++) {
                var chunk =
                        jdbc.query(
                                "select content from enterprises.import_chunk where import_id = ? and position = ?",
                                (row, n) -> row.getBytes(1),
                                id,
                                position);
                if (chunk.isEmpty()) {
                    return;
                }
                new ByteArrayInputStream(chunk.getFirst()).transferTo(out);
            }
        }
    }

    private static long copy(PGConnection connection, TabularFile table, ImportColumns columns)
            throws SQLException {
        CopyIn copy = connection.getCopyAPI().copyIn(ImportSql.COPY);
        boolean done = false;
        try {
            long rows = 0;
            var line = new StringBuilder();
            for (var row = table.next(); row != null; row = table.next()) {
                line(line, row, columns);
                rows++;
                if (line.length() > 60_000) {
                    flush(copy, line);
                }
            }
            flush(copy, line);
            copy.endCopy();
            done = true;
            return rows;
        } finally {
            if (!done && copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void flush(CopyIn copy, StringBuilder line) throws SQLException {
        var bytes = line.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        line.setLength(0);
    }

    /** One row in the order of {@link ImportSql#COPY}; the first fault keeps it out. */
    private static void line(StringBuilder line, TabularRow row, ImportColumns columns) {
        var cells = row.cells();
        String name = columns.of(cells, "name");
        String code = CreditCode.tidy(columns.of(cells, "creditCode"));
        String capital = columns.of(cells, "capital").replace(",", "").replace("，", "");
        String founded = columns.of(cells, "foundedOn");
        String currency = columns.of(cells, "currency");
        String iso = CURRENCIES.getOrDefault(currency, currency.toUpperCase(java.util.Locale.ROOT));
        String field = null;
        String value = null;
        BigDecimal amount = null;
        LocalDate date = null;
        if (name.isEmpty() || name.length() > 300) {
            field = "name";
            value = name;
        } else if (!code.isEmpty() && !CreditCode.isValid(code)) {
            field = "creditCode";
            value = columns.of(cells, "creditCode");
        } else if (!iso.matches("[A-Z]{3}")) {
            field = "capitalCurrency";
            value = currency;
        }
        if (field == null && !capital.isEmpty()) {
            amount = amount(capital, columns.capitalInWan);
            if (amount == null) {
                field = "registeredCapital";
                value = capital;
            }
        }
        if (field == null && !founded.isEmpty()) {
            date = date(founded);
            if (date == null) {
                field = "foundedOn";
                value = founded;
            }
        }
        text(line.append(row.number()).append('\t'), name);
        text(line.append('\t'), ChineseText.key(name));
        text(line.append('\t'), code);
        text(line.append('\t'), columns.of(cells, "kind"));
        text(line.append('\t'), amount == null ? "" : amount.toPlainString());
        text(line.append('\t'), iso);
        text(line.append('\t'), date == null ? "" : date.toString());
        text(line.append('\t'), columns.of(cells, "scope"));
        text(line.append('\t'), columns.of(cells, "city"));
        text(line.append('\t'), columns.of(cells, "address"));
        text(line.append('\t'), field == null ? "" : field);
        text(line.append('\t'), value == null ? "" : value);
        text(line.append('\t'), field == null ? "" : "enterprises.import." + field);
        line.append('\n');
    }

    private static @Nullable BigDecimal amount(String text, boolean wan) {
        try {
            var amount = new BigDecimal(text);
            var yuan =
                    (wan ? amount.movePointRight(4) : amount)
                            .setScale(2, java.math.RoundingMode.HALF_UP);
            return yuan.signum() < 0 || yuan.precision() > 18 ? null : yuan;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable LocalDate date(String text) {
        var found = DATE.matcher(text);
        if (!found.matches()) {
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(found.group(1)),
                    Integer.parseInt(found.group(2)),
                    Integer.parseInt(found.group(3)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** In the text format of COPY, where nothing is null. */
    private static void text(StringBuilder line, String text) {
        if (text.isEmpty()) {
            line.append("\\N");
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> line.append("\\\\");
                case '\t' -> line.append("\\t");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case 0 -> line.append(' ');
                default -> line.append(c);
            }
        }
    }
}
