package org.kaiyuan.platform.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.jobs.JobReport;
import org.kaiyuan.platform.jobs.JobWatch;
import org.kaiyuan.platform.notices.Notices;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.transfer.TabularFile;
import org.kaiyuan.platform.transfer.TabularFormat;
import org.kaiyuan.platform.transfer.TabularLimits;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs the imports of one module. All of an import is one transaction: after a crash it begins anew, never half. A
 * dry run goes the same way and stops before the writing.
 *
 * @see "docs/decisions/0011-import.md"
 */
public final class ImportRun<C> {
    private static final int ATTEMPTS = 3;
    private static final int FLUSHED_AT = 60_000;
    private static final long TOLD_EVERY = Duration.ofMillis(400).toNanos();
    private static final Duration LONG = Duration.ofSeconds(10);

    private final ImportTables tables;
    private final ColumnWords<C> words;
    private final ImportLoading<C> module;
    private final KeptFiles files;
    private final ImportProgress progress;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final JobWatch watch;
    private final Notices notices;

    public ImportRun(
            ImportTables tables,
            ColumnWords<C> words,
            ImportLoading<C> module,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            JobWatch watch,
            Notices notices) {
        this.tables = tables;
        this.words = words;
        this.module = module;
        this.files = new KeptFiles(tables, jdbc);
        this.progress = new ImportProgress(tables, jdbc, transactions);
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.watch = watch;
        this.notices = notices;
    }

    /** What the reading of the file found. */
    private record Read(long rows, long rejected) {}

    /** @param runId each run of an import has one of its own, so that it can be ordered again */
    public void run(UUID runId) {
        var order = begin(runId);
        if (order == null) {
            return;
        }
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    transaction.executeWithoutResult(t -> load(order));
                    return;
                } catch (DuplicateKeyException | ConcurrencyFailureException other) {
                    // Somebody registered one of these records meanwhile: now it is known.
                    if (attempt == ATTEMPTS) {
                        throw other;
                    }
                }
            }
        } catch (ImportProgress.Cancelled cancelled) {
            stop(order);
        } catch (Refusal refusal) {
            fail(order, refusal.messageKey(), refusal.arguments());
        } catch (RuntimeException e) {
            if (progress.isUnwanted(order.id())) {
                stop(order);
                return;
            }
            fail(order, tables.message("failed"));
            throw e;
        }
    }

    /** @see org.kaiyuan.platform.jobs.TenantJob#reports */
    public Map<UUID, JobReport> reports(Collection<UUID> runIds) {
        return ImportReports.of(tables, jdbc, runIds);
    }

    /** @see org.kaiyuan.platform.jobs.TenantJob#cancel */
    public boolean cancel(UUID runId) {
        return jdbc.update(
                        tables.in(
                                "update {word}.import_job set cancel_wanted = true"
                                        + " where run_id = ? and state in ('QUEUED', 'RUNNING')"),
                        runId)
                > 0;
    }

    private @Nullable ImportOrder<C> begin(UUID runId) {
        var orders =
                transaction.execute(t ->
                        jdbc.query(
                                tables.in(
                                        "update {word}.import_job set "
                                                + (tables.changes() ? "changed = 0, " : "")
                                                + """
                                                state = 'RUNNING', phase = 'READING', started_at = clock_timestamp(),
                                                    ended_at = null, read_rows = 0, added = 0, unchanged = 0, rejected = 0
                                                where run_id = ? and state in ('QUEUED', 'RUNNING')
                                                returning id, file_name, headings, dry_run, fields, actor, actor_name, \
                                                """
                                                + tables.manner().column()
                                                + "::text as manner"),
                                this::order,
                                runId));
        return orders == null || orders.isEmpty() ? null : orders.getFirst();
    }

    private ImportOrder<C> order(ResultSet row, int n) throws SQLException {
        return new ImportOrder<>(
                row.getObject("id", UUID.class),
                row.getString("file_name"),
                KnownColumns.texts(row.getArray("headings")),
                row.getString("manner"),
                row.getBoolean("dry_run"),
                ColumnMapping.stored(words, KnownColumns.texts(row.getArray("fields"))),
                row.getString("actor"),
                row.getString("actor_name"));
    }

    private void load(ImportOrder<C> order) {
        progress.tell(order.id(), ImportPhase.READING, 0, 0);
        var connection =
                Objects.requireNonNull(
                        jdbc.execute(
                                (ConnectionCallback<PGConnection>)
                                        c -> c.unwrap(PGConnection.class)));
        var watching = watch.over(order.id(), connection, () -> progress.isUnwanted(order.id()));
        try {
            var file = KeptFiles.spot();
            try {
                files.fetch(order.id(), file);
                module.stage();
                finish(order, read(order, file));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            watching.close();
        }
    }

    private Read read(ImportOrder<C> order, Path file) {
        try (var table = TabularFile.open(file, TabularLimits.DEFAULT)) {
            long read = 0;
            long rejected = 0;
            long told = System.nanoTime();
            var lines = new StringBuilder(FLUSHED_AT + 8192);
            int most =
                    table.format() == TabularFormat.CSV
                            ? table.headings().size()
                            : Integer.MAX_VALUE;
            var rows = module.rows(order, most, lines);
            for (var row = table.next(); row != null; row = table.next()) {
                read++;
                rejected += rows.put(row) ? 0 : 1;
                if (lines.length() > FLUSHED_AT) {
                    flush(lines);
                    if (System.nanoTime() - told > TOLD_EVERY) {
                        progress.tell(order.id(), ImportPhase.READING, read, rejected);
                        told = System.nanoTime();
                    }
                }
            }
            flush(lines);
            return new Read(read, rejected);
        }
    }

    /** One COPY for each stretch of rows, or nothing could be looked up on its connection in between. */
    private void flush(StringBuilder lines) {
        if (lines.isEmpty()) {
            return;
        }
        var bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        lines.setLength(0);
        jdbc.execute(
                (ConnectionCallback<@Nullable Void>)
                        c -> {
                            copy(c.unwrap(PGConnection.class), bytes);
                            return null;
                        });
    }

    private void copy(PGConnection connection, byte[] lines) throws SQLException {
        CopyIn copy = connection.getCopyAPI().copyIn(module.copy());
        try {
            copy.writeToCopy(lines, 0, lines.length);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void finish(ImportOrder<C> order, Read read) {
        var tenant = CurrentTenant.get();
        var id = order.id();
        progress.tell(id, ImportPhase.CHECKING, read.rows(), read.rejected());
        if (!order.dryRun()) {
            module.alone(tenant);
        }
        jdbc.execute("analyze staged");
        long rejected = module.check(order);
        progress.tell(
                id,
                order.dryRun() ? ImportPhase.CHECKING : ImportPhase.WRITING,
                read.rows(),
                rejected);
        var figures = module.compare(order);
        if (!order.dryRun()) {
            module.write(order, figures);
            files.throwAway(id);
            progress.tell(id, ImportPhase.WRITING, read.rows(), rejected);
        }
        complete(order, read.rows(), figures, rejected);
        if (!order.dryRun() && !figures.isNothing()) {
            module.announce(tenant, id);
        }
    }

    private void complete(ImportOrder<C> order, long read, ImportFigures figures, long rejected) {
        var seconds =
                jdbc.queryForList(
                        tables.in(
                                "update {word}.import_job set "
                                        + (tables.changes()
                                                ? "changed = " + figures.changed() + ", "
                                                : "")
                                        + """
                                        state = 'COMPLETED', phase = null, read_rows = ?, added = ?, unchanged = ?,
                                            rejected = ?, ended_at = clock_timestamp()
                                        where id = ? and not cancel_wanted
                                        returning extract(epoch from clock_timestamp() - started_at)\
                                        """),
                        Double.class,
                        read,
                        figures.added(),
                        read - figures.added() - figures.changed() - rejected,
                        rejected,
                        order.id());
        if (seconds.isEmpty()) {
            throw new ImportProgress.Cancelled();
        }
        if (!order.dryRun()) {
            tell(order, "completed", figures, rejected);
        } else if (seconds.getFirst() > LONG.toSeconds()) {
            tell(order, "checked", figures, rejected);
        }
    }

    private void stop(ImportOrder<C> order) {
        transaction.executeWithoutResult(t -> files.cancel(order.id()));
    }

    private void fail(ImportOrder<C> order, String key, @Nullable Object... values) {
        var shown =
                Arrays.stream(values).map(value -> value == null ? "" : value.toString()).toList();
        transaction.executeWithoutResult(t -> {
            jdbc.update(
                    tables.in(
                            """
                            update {word}.import_job
                            set state = 'FAILED', phase = null, failure_key = ?, failure_values = ?, ended_at = clock_timestamp()
                            where id = ?\
                            """),
                    key,
                    shown.toArray(new String[0]),
                    order.id());
            tell(order, "failed", List.of());
        });
    }

    private void tell(ImportOrder<C> order, String what, ImportFigures figures, long rejected) {
        tell(
                order,
                what,
                tables.changes()
                        ? List.of(figures.added(), figures.changed(), rejected)
                        : List.of(figures.added(), rejected));
    }

    private void tell(ImportOrder<C> order, String what, List<Long> figures) {
        var arguments = new ArrayList<>(List.of(order.fileName()));
        figures.forEach(figure -> arguments.add(figure.toString()));
        notices.tell(
                order.actor(),
                tables.message("notice." + what),
                arguments,
                tables.pathOf(order.id()));
    }
}
