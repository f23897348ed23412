package org.kaiyuan.services;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.transfer.ExportedFile;
import org.kaiyuan.platform.transfer.TabularFormat;
import org.kaiyuan.platform.transfer.TabularWriter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Cases in the field set of the national exchange (办件): basic, acceptance, process, special procedure, result. All of it in
 * constant memory, in the order of handing in; who took it is recorded. Phone numbers and what was filled in are not in it.
 *
 * @see <a href="../../../../../../../docs/decisions/0037-case-exchange.md">decision 0037</a>
 */
@Service
@PreAuthorize("hasRole('" + ServicesPermissions.SUPERVISE + "')")
public class CaseExport {
    static final String SUBJECT = "services.export";

    private static final int AT_ONCE = 500;
    private static final int MOST_DAYS = 3700;

    private final JdbcTemplate jdbc;
    private final CaseExportRows rows;
    private final ChangeHistory history;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CaseExport(
            JdbcTemplate jdbc,
            CaseExportRows rows,
            ChangeHistory history,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        this.jdbc.setFetchSize(AT_ONCE);
        this.rows = rows;
        this.history = history;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Parts of the field set, each a table. */
    public enum Part {
        BASIC,
        ACCEPTANCE,
        PROCESS,
        SPECIAL,
        RESULT
    }

    /**
     * Written to the node's disk first, so that a slow reader holds no connection of the database.
     *
     * @param from first day of handing in
     * @param until last day of handing in
     */
    public void write(
            Part part, LocalDate from, LocalDate until, TabularFormat format, OutputStream to)
            throws IOException {
        try (var file = file(part, from, until, format)) {
            file.sendTo(to);
        }
    }

    /** As {@link #write}, as a file that is to be closed. */
    public ExportedFile file(Part part, LocalDate from, LocalDate until, TabularFormat format) {
        if (until.isBefore(from)) {
            throw new ServicesFieldsRefused("until", "services.rule.untilBeforeFrom");
        }
        if (until.isAfter(from.plusDays(MOST_DAYS))
                || from.getYear() < 1990
                || until.getYear() > 9000) {
            throw new ServicesFieldsRefused("from", "services.rule.span");
        }
        var name = "%s-%s-%s.%s".formatted(rows.sheet(part), from, until, format.extension());
        return ExportedFile.written(
                name,
                format,
                path ->
                        Objects.requireNonNull(
                                transaction.execute(
                                        open -> write(part, from, until, format, path))));
    }

    private long write(
            Part part, LocalDate from, LocalDate until, TabularFormat format, Path path) {
        try (var out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
                var table =
                        TabularWriter.to(
                                out,
                                format,
                                rows.sheet(part),
                                Arrays.asList(CaseExportRows.columns(part)))) {
            long[] many = {0};
            Long only = CaseSight.only();
            jdbc.query(
                    CaseExportRows.sql(part),
                    row -> {
                        table.row(rows.of(part, row));
                        many[0]++;
                    },
                    start(from),
                    start(until.plusDays(1)),
                    only,
                    only);
            history.record(
                    SUBJECT,
                    UuidV7.next(),
                    "exported",
                    List.of(
                            changed("part", rows.sheet(part)),
                            changed("from", from.toString()),
                            changed("until", until.toString()),
                            changed("rows", String.valueOf(many[0]))));
            return many[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Timestamp start(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(clock.getZone()).toInstant());
    }

    private static FieldChange changed(String field, @Nullable String value) {
        return new FieldChange(field, null, value);
    }
}
