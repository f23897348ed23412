package org.kaiyuan.delegation;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.kaiyuan.platform.transfer.ExportedFile;
import org.kaiyuan.platform.transfer.TabularFormat;
import org.kaiyuan.platform.transfer.TabularWriter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The report of a year for an authority that delegated, as a file; all its rows, and who took it is recorded. */
@Service
public class EvaluationExport {
    private static final int AT_ONCE = 500;
    private static final List<String> COLUMNS =
            List.of(
                    "number",
                    "code",
                    "matter",
                    "body",
                    "mode",
                    "decisions",
                    "lastUsedOn",
                    "open",
                    "overdue",
                    "overturned",
                    "verdict",
                    "said",
                    "byName",
                    "at");

    private final JdbcTemplate jdbc;
    private final PowerEvaluations evaluations;
    private final ChangeHistory history;
    private final TenantDirectory tenants;
    private final Messages messages;
    private final Clock clock;
    private final TransactionTemplate transaction;

    EvaluationExport(
            JdbcTemplate jdbc,
            PowerEvaluations evaluations,
            ChangeHistory history,
            TenantDirectory tenants,
            Messages messages,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        this.jdbc.setFetchSize(AT_ONCE);
        this.evaluations = evaluations;
        this.history = history;
        this.tenants = tenants;
        this.messages = messages;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param locale of the headings and of the words in the cells */
    @PreAuthorize("hasRole('" + DelegationPermissions.READ + "')")
    public ExportedFile export(
            int year, String originalAuthority, TabularFormat format, Locale locale) {
        var zone = tenants.find(CurrentTenant.get()).orElseThrow();
        var name =
                messages.text(
                        locale,
                        "delegation.use.export.name",
                        zone.name(),
                        String.valueOf(year),
                        originalAuthority);
        return ExportedFile.written(
                name + "." + format.extension(),
                format,
                path ->
                        Objects.requireNonNull(
                                transaction.execute(open ->
                                        write(year, originalAuthority, format, locale, path))));
    }

    private long write(
            int year, String originalAuthority, TabularFormat format, Locale locale, Path path) {
        var sheet = messages.text(locale, "delegation.use.export.sheet");
        var headings =
                COLUMNS.stream()
                        .map(one -> messages.text(locale, "delegation.use.export." + one))
                        .toList();
        try (var out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
                var table = TabularWriter.to(out, format, sheet, headings)) {
            var lines = new Lines(table, locale);
            var arguments = EvaluationSql.members(year, LocalDate.now(clock));
            arguments.addAll(List.of(year, originalAuthority));
            jdbc.query(
                    EvaluationSql.LINES.formatted(""),
                    row -> {
                        lines.add(EvaluationSql.line(row, 0));
                    },
                    arguments.toArray());
            lines.sum(evaluations.group(year, originalAuthority));
            history.record(
                    PowerEvaluating.REPORT,
                    UuidV7.next(),
                    "exported",
                    List.of(
                            HistoryWords.change("year", null, year),
                            HistoryWords.change("authority", null, originalAuthority),
                            HistoryWords.change("rows", null, lines.many)));
            return lines.many;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private final class Lines {
        private final TabularWriter table;
        private final Locale locale;
        private UseFigures sums = UseFigures.NONE;
        private long many;

        Lines(TabularWriter table, Locale locale) {
            this.table = table;
            this.locale = locale;
        }

        void add(EvaluationLine line) {
            many++;
            var said = line.evaluation();
            sums = sums.plus(line.figures());
            row(
                    many,
                    line.matterCode(),
                    line.matterName(),
                    line.receivingBody(),
                    messages.of(locale, line.mode()),
                    line.figures(),
                    said == null ? null : messages.of(locale, said.verdict()),
                    said == null ? null : said.said(),
                    said == null ? null : said.byName(),
                    said == null ? null : LocalDate.ofInstant(said.at(), clock.getZone()));
        }

        void sum(EvaluationGroup group) {
            row(
                    null,
                    null,
                    messages.text(locale, "delegation.use.export.sum", many),
                    null,
                    null,
                    sums,
                    messages.text(
                            locale,
                            "delegation.use.export.verdicts",
                            group.keep(),
                            group.adjust(),
                            group.recall()),
                    null,
                    null,
                    null);
        }

        private void row(
                @Nullable Long number,
                @Nullable String code,
                String name,
                @Nullable String body,
                @Nullable String mode,
                UseFigures figures,
                @Nullable String verdict,
                @Nullable String said,
                @Nullable String by,
                @Nullable LocalDate at) {
            table.row(
                    number,
                    code,
                    name,
                    body,
                    mode,
                    figures.decisions(),
                    figures.lastUsedOn(),
                    figures.open(),
                    figures.overdue(),
                    figures.overturned(),
                    verdict,
                    said,
                    by,
                    at);
        }
    }
}
