package org.kaiyuan.enterprises;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.ImportWriting.Written;
import org.kaiyuan.platform.jobs.JobReport;
import org.kaiyuan.platform.jobs.JobWatch;
import org.kaiyuan.platform.jobs.TenantJob;
import org.kaiyuan.platform.notices.Notices;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.transfer.TabularFile;
import org.kaiyuan.platform.transfer.TabularFormat;
import org.kaiyuan.platform.transfer.TabularLimits;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads one file: COPY into a temporary table (it has no row-level security), checks there by sets, then
 * one INSERT and one UPDATE. All in one transaction: after a crash it begins anew, never half. A dry run
 * goes the same way and stops before the writing.
 *
 * @see "docs/decisions/0011-import.md"
 */
@Component
class ImportEnterprises implements TenantJob {
    static final String KIND = "enterprises.import";

    private static final int ATTEMPTS = 3;
    private static final int FLUSHED_AT = 60_000;
    private static final long TOLD_EVERY = Duration.ofMillis(400).toNanos();
    private static final Duration LONG = Duration.ofSeconds(10);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final ImportProgress progress;
    private final JobWatch watch;
    private final ImportWriting writing;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ImportEnterprises(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            ImportProgress progress,
            JobWatch watch,
            ImportWriting writing,
            Notices notices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.progress = progress;
        this.watch = watch;
        this.writing = writing;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    /** What was ordered. */
    private record Order(
            UUID id,
            String fileName,
            ExistingChoice existing,
            boolean dryRun,
            ImportMapping mapping,
            String actor,
            String actorName) {}

    /** What the reading of the file found. */
    private record Read(long rows, long rejected) {}

    @Override
    public String kind() {
        return KIND;
    }

    /** @param runId each run of an import has one of its own, so that it can be ordered again */
    @Override
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
                    // Somebody registered one of these enterprises meanwhile: now it is known.
                    if (attempt == ATTEMPTS) {
                        throw other;
                    }
                }
            }
        } catch (ImportProgress.Cancelled cancelled) {
            cancel(order);
        } catch (Refusal refusal) {
            fail(order, refusal.messageKey(), refusal.arguments());
        } catch (RuntimeException e) {
            if (progress.isUnwanted(order.id())) {
                cancel(order);
                return;
            }
            fail(order, "enterprises.import.failed");
            throw e;
        }
    }

    @Override
    public Map<UUID, JobReport> reports(Collection<UUID> runIds) {
        return ImportJobs.reports(jdbc, runIds);
    }

    @Override
    public boolean cancel(UUID runId) {
        return jdbc.update(
                        "update enterprises.import_job set cancel_wanted = true"
                                + " where run_id = ? and state in ('QUEUED', 'RUNNING')",
                        runId)
                > 0;
    }

    private @Nullable Order begin(UUID runId) {
        var orders =
                transaction.execute(t ->
                        jdbc.query(
                                """
                                update enterprises.import_job
                                set state = 'RUNNING', phase = 'READING', started_at = clock_timestamp(), ended_at = null,
                                    read_rows = 0, added = 0, changed = 0, unchanged = 0, rejected = 0
                                where run_id = ? and state in ('QUEUED', 'RUNNING')
                                returning id, file_name, existing, dry_run, fields, actor, actor_name\
                                """,
                                (row, n) ->
                                        new Order(
                                                row.getObject("id", UUID.class),
                                                row.getString("file_name"),
                                                ExistingChoice.valueOf(row.getString("existing")),
                                                row.getBoolean("dry_run"),
                                                ImportMapping.stored(
                                                        (String[])
                                                                row.getArray("fields").getArray()),
                                                row.getString("actor"),
                                                row.getString("actor_name")),
                                runId));
        return orders == null || orders.isEmpty() ? null : orders.getFirst();
    }

    private void load(Order order) {
        progress.tell(order.id(), ImportPhase.READING, 0, 0);
        var watching = watch.over(order.id(), connection(), () -> progress.isUnwanted(order.id()));
        try {
            var file = Files.createTempFile("kaiyuan-import-", ".tmp");
            try {
                fetch(order.id(), file);
                writing.stage();
                var read = read(order, file);
                finish(order, read);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            watching.close();
        }
    }

    /** The one of the open transaction. */
    private PGConnection connection() {
        return Objects.requireNonNull(
                jdbc.execute((ConnectionCallback<PGConnection>) c -> c.unwrap(PGConnection.class)));
    }

    private Read read(Order order, Path file) {
        var words = QualificationWords.read(jdbc);
        try (var table = TabularFile.open(file, TabularLimits.DEFAULT)) {
            return Objects.requireNonNull(
                    jdbc.execute(
                            (ConnectionCallback<Read>)
                                    c -> copy(c.unwrap(PGConnection.class), table, order, words)));
        }
    }

    private Read copy(
            PGConnection connection, TabularFile table, Order order, QualificationWords words)
            throws SQLException {
        CopyIn copy = connection.getCopyAPI().copyIn(ImportSql.COPY);
        boolean done = false;
        try {
            long rows = 0;
            long rejected = 0;
            long told = System.nanoTime();
            var lines = new StringBuilder(FLUSHED_AT + 8192);
            int most =
                    table.format() == TabularFormat.CSV
                            ? table.headings().size()
                            : Integer.MAX_VALUE;
            var staged = new StagedRow(order.mapping(), words, most, lines, LocalDate.now(clock));
            for (var row = table.next(); row != null; row = table.next()) {
                rows++;
                rejected += staged.put(row) ? 0 : 1;
                if (lines.length() > FLUSHED_AT) {
                    flush(copy, lines);
                    if (System.nanoTime() - told > TOLD_EVERY) {
                        progress.tell(order.id(), ImportPhase.READING, rows, rejected);
                        told = System.nanoTime();
                    }
                }
            }
            flush(copy, lines);
            copy.endCopy();
            done = true;
            return new Read(rows, rejected);
        } finally {
            if (!done && copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void flush(CopyIn copy, StringBuilder lines) throws SQLException {
        var bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        lines.setLength(0);
    }

    private void finish(Order order, Read read) {
        var tenant = CurrentTenant.get();
        var id = order.id();
        progress.tell(id, ImportPhase.CHECKING, read.rows(), read.rejected());
        if (!order.dryRun()) {
            writing.alone(tenant);
        }
        jdbc.execute("analyze staged");
        writing.unfold();
        jdbc.update(ImportSql.CODE_TWICE);
        ImportSql.RULES.forEach(jdbc::update);
        jdbc.update(ImportSql.DECISIONS, id);
        ImportSql.RULES_OF_NAMES.forEach(jdbc::update);
        jdbc.update(ImportSql.ERRORS_OF_BEFORE, id);
        long rejected = rejected(tenant.value(), id);
        jdbc.update(ImportSql.LIKELY_OF_BEFORE, id);
        jdbc.update(ImportSql.LIKELY_NOW, tenant.value(), id);
        progress.tell(
                id,
                order.dryRun() ? ImportPhase.CHECKING : ImportPhase.WRITING,
                read.rows(),
                rejected);
        var written = writing.compare(order.existing());
        if (!order.dryRun()) {
            writing.write(tenant, id, order.actor(), order.actorName());
            jdbc.update(ImportSql.LIKELY_BECAME_RECORDS, id);
            jdbc.update("delete from enterprises.import_chunk where import_id = ?", id);
            progress.tell(id, ImportPhase.WRITING, read.rows(), rejected);
        }
        complete(order, read.rows(), written, rejected);
        if (!order.dryRun() && written.added() + written.changed() > 0) {
            events.publishEvent(new EnterprisesImported(tenant, id));
        }
    }

    private long rejected(long tenant, UUID id) {
        jdbc.update(ImportSql.ERRORS, tenant, id);
        jdbc.update(ImportSql.ERRORS_OF_MANY_FAULTS, tenant, id);
        var rejected =
                jdbc.queryForObject(
                        "select count(*) from staged where reason is not null", Long.class);
        return rejected == null ? 0 : rejected;
    }

    private void complete(Order order, long read, Written written, long rejected) {
        long unchanged = read - written.added() - written.changed() - rejected;
        var seconds =
                jdbc.queryForList(
                        """
                        update enterprises.import_job
                        set state = 'COMPLETED', phase = null, read_rows = ?, added = ?, changed = ?, unchanged = ?,
                            rejected = ?, ended_at = clock_timestamp()
                        where id = ? and not cancel_wanted
                        returning extract(epoch from clock_timestamp() - started_at)\
                        """,
                        Double.class,
                        read,
                        written.added(),
                        written.changed(),
                        unchanged,
                        rejected,
                        order.id());
        if (seconds.isEmpty()) {
            throw new ImportProgress.Cancelled();
        }
        if (!order.dryRun()) {
            tell(
                    order,
                    "enterprises.import.notice.completed",
                    written.added(),
                    written.changed(),
                    rejected);
        } else if (seconds.getFirst() > LONG.toSeconds()) {
            tell(
                    order,
                    "enterprises.import.notice.checked",
                    written.added(),
                    written.changed(),
                    rejected);
        }
    }

    private void cancel(Order order) {
        transaction.executeWithoutResult(t -> {
            jdbc.update(
                    """
                    update enterprises.import_job
                    set state = 'CANCELLED', phase = null, ended_at = clock_timestamp() where id = ?\
                    """,
                    order.id());
            jdbc.update("delete from enterprises.import_chunk where import_id = ?", order.id());
        });
    }

    private void fail(Order order, String key, @Nullable Object... values) {
        var shown =
                Arrays.stream(values).map(value -> value == null ? "" : value.toString()).toList();
        transaction.executeWithoutResult(t -> {
            jdbc.update(
                    """
                    update enterprises.import_job
                    set state = 'FAILED', phase = null, failure_key = ?, failure_values = ?, ended_at = clock_timestamp()
                    where id = ?\
                    """,
                    key,
                    shown.toArray(new String[0]),
                    order.id());
            tell(order, "enterprises.import.notice.failed");
        });
    }

    private void tell(Order order, String key, long... figures) {
        var arguments = new java.util.ArrayList<>(List.of(order.fileName()));
        Arrays.stream(figures).mapToObj(Long::toString).forEach(arguments::add);
        notices.tell(order.actor(), key, arguments, ImportUndo.pathOf(order.id()));
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
                out.write(chunk.getFirst());
            }
        }
    }
}
