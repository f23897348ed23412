package org.kaiyuan.leads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.calendar.WorkingDays;
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
 * one INSERT for each table. All in one transaction: after a crash it begins anew, never half. A dry run
 * goes the same way and stops before the writing.
 *
 * @see "docs/decisions/0026-leads-import-and-twins.md"
 */
@Component
class ImportLeads implements TenantJob {
    static final String KIND = "leads.import";

    private static final int ATTEMPTS = 3;
    private static final int FLUSHED_AT = 60_000;
    private static final long TOLD_EVERY = Duration.ofMillis(400).toNanos();
    private static final Duration LONG = Duration.ofSeconds(10);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final LeadImportProgress progress;
    private final JobWatch watch;
    private final LeadImportWriting writing;
    private final ImportedWords words;
    private final LeadRulesKeeping rules;
    private final WorkingDays days;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ImportLeads(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            LeadImportProgress progress,
            JobWatch watch,
            LeadImportWriting writing,
            ImportedWords words,
            LeadRulesKeeping rules,
            WorkingDays days,
            Notices notices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.progress = progress;
        this.watch = watch;
        this.writing = writing;
        this.words = words;
        this.rules = rules;
        this.days = days;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    /** What was ordered. */
    private record Order(
            UUID id,
            String fileName,
            List<String> headings,
            boolean dryRun,
            boolean anyStage,
            LeadImportMapping mapping,
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
        } catch (LeadImportProgress.Cancelled cancelled) {
            cancel(order);
        } catch (Refusal refusal) {
            fail(order, refusal.messageKey(), refusal.arguments());
        } catch (RuntimeException e) {
            if (progress.isUnwanted(order.id())) {
                cancel(order);
                return;
            }
            fail(order, "leads.import.failed");
            throw e;
        }
    }

    @Override
    public Map<UUID, JobReport> reports(Collection<UUID> runIds) {
        return LeadImportJobs.reports(jdbc, runIds);
    }

    @Override
    public boolean cancel(UUID runId) {
        return jdbc.update(
                        "update leads.import_job set cancel_wanted = true"
                                + " where run_id = ? and state in ('QUEUED', 'RUNNING')",
                        runId)
                > 0;
    }

    private @Nullable Order begin(UUID runId) {
        var orders =
                transaction.execute(t ->
                        jdbc.query(
                                """
                                update leads.import_job
                                set state = 'RUNNING', phase = 'READING', started_at = clock_timestamp(), ended_at = null,
                                    read_rows = 0, added = 0, unchanged = 0, rejected = 0
                                where run_id = ? and state in ('QUEUED', 'RUNNING')
                                returning id, file_name, headings, dry_run, any_stage, fields, actor, actor_name\
                                """,
                                (row, n) ->
                                        new Order(
                                                row.getObject("id", UUID.class),
                                                row.getString("file_name"),
                                                List.of(
                                                        (String[])
                                                                row.getArray("headings")
                                                                        .getArray()),
                                                row.getBoolean("dry_run"),
                                                row.getBoolean("any_stage"),
                                                LeadImportMapping.stored(
                                                        (String[])
                                                                row.getArray("fields").getArray()),
                                                row.getString("actor"),
                                                row.getString("actor_name")),
                                runId));
        return orders == null || orders.isEmpty() ? null : orders.getFirst();
    }

    private void load(Order order) {
        progress.tell(order.id(), LeadImportPhase.READING, 0, 0);
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
        try (var table = TabularFile.open(file, TabularLimits.DEFAULT)) {
            var setting =
                    new StagedLead.Setting(
                            CurrentTenant.get(),
                            order.headings(),
                            order.mapping(),
                            table.format() == TabularFormat.CSV
                                    ? table.headings().size()
                                    : Integer.MAX_VALUE,
                            order.anyStage(),
                            words.read(),
                            rules.current(),
                            days.calendar(),
                            clock.instant());
            return Objects.requireNonNull(
                    jdbc.execute(
                            (ConnectionCallback<Read>)
                                    c ->
                                            copy(
                                                    c.unwrap(PGConnection.class),
                                                    table,
                                                    setting,
                                                    order)));
        }
    }

    private Read copy(
            PGConnection connection, TabularFile table, StagedLead.Setting setting, Order order)
            throws SQLException {
        long rows = 0;
        long rejected = 0;
        long told = System.nanoTime();
        var lines = new StringBuilder(FLUSHED_AT + 8192);
        var staged = new StagedLead(setting, lines);
        for (var row = table.next(); row != null; row = table.next()) {
            rows++;
            rejected += staged.put(row) ? 0 : 1;
            if (lines.length() > FLUSHED_AT) {
                flush(connection, lines);
                if (System.nanoTime() - told > TOLD_EVERY) {
                    progress.tell(order.id(), LeadImportPhase.READING, rows, rejected);
                    told = System.nanoTime();
                }
            }
        }
        flush(connection, lines);
        return new Read(rows, rejected);
    }

    /** One COPY for each stretch of rows, or none of the people could be looked up on its connection in between. */
    private static void flush(PGConnection connection, StringBuilder lines) throws SQLException {
        if (lines.isEmpty()) {
            return;
        }
        var bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        lines.setLength(0);
        CopyIn copy = connection.getCopyAPI().copyIn(LeadImportSql.COPY);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void finish(Order order, Read read) {
        var tenant = CurrentTenant.get();
        var id = order.id();
        progress.tell(id, LeadImportPhase.CHECKING, read.rows(), read.rejected());
        if (!order.dryRun()) {
            writing.alone(tenant);
        }
        jdbc.execute("analyze staged");
        jdbc.update(LeadImportSql.KNOWN);
        jdbc.update(LeadImportSql.UNFOLD);
        jdbc.execute("analyze form");
        jdbc.update(LeadImportSql.LIKELY);
        jdbc.update(LeadImportSql.SAME_IN_FILE);
        jdbc.update(LeadImportSql.DECISIONS, id);
        jdbc.update(LeadImportSql.HELD);
        jdbc.update(LeadImportSql.ERRORS_OF_BEFORE, id);
        jdbc.update(LeadImportSql.ERRORS_OF_ROWS, tenant.value(), id);
        jdbc.update(LeadImportSql.ERRORS_OF_SETS, tenant.value(), id);
        jdbc.update(LeadImportSql.LIKELY_OF_BEFORE, id);
        jdbc.update(LeadImportSql.LIKELY_NOW, tenant.value(), id);
        long added = writing.count(LeadImportSql.COUNT_NEW);
        long known = writing.count(LeadImportSql.COUNT_KNOWN);
        long rejected = writing.count(LeadImportSql.COUNT_REJECTED);
        progress.tell(
                id,
                order.dryRun() ? LeadImportPhase.CHECKING : LeadImportPhase.WRITING,
                read.rows(),
                rejected);
        if (!order.dryRun()) {
            writing.write(
                    tenant,
                    new LeadImportWriting.Batch(
                            id, order.fileName(), order.actor(), order.actorName()),
                    added);
            jdbc.update(LeadImportSql.LIKELY_BECAME_LEADS, id);
            jdbc.update("delete from leads.import_chunk where import_id = ?", id);
            progress.tell(id, LeadImportPhase.WRITING, read.rows(), rejected);
        }
        complete(order, read.rows(), added, known, rejected);
        if (!order.dryRun() && added > 0) {
            events.publishEvent(new LeadsImported(tenant, id));
        }
    }

    private void complete(Order order, long read, long added, long unchanged, long rejected) {
        var seconds =
                jdbc.queryForList(
                        """
                        update leads.import_job
                        set state = 'COMPLETED', phase = null, read_rows = ?, added = ?, unchanged = ?, rejected = ?,
                            ended_at = clock_timestamp()
                        where id = ? and not cancel_wanted
                        returning extract(epoch from clock_timestamp() - started_at)\
                        """,
                        Double.class,
                        read,
                        added,
                        unchanged,
                        rejected,
                        order.id());
        if (seconds.isEmpty()) {
            throw new LeadImportProgress.Cancelled();
        }
        if (!order.dryRun()) {
            tell(order, "leads.import.notice.completed", added, rejected);
        } else if (seconds.getFirst() > LONG.toSeconds()) {
            tell(order, "leads.import.notice.checked", added, rejected);
        }
    }

    private void cancel(Order order) {
        transaction.executeWithoutResult(t -> {
            jdbc.update(
                    """
                    update leads.import_job
                    set state = 'CANCELLED', phase = null, ended_at = clock_timestamp() where id = ?\
                    """,
                    order.id());
            jdbc.update("delete from leads.import_chunk where import_id = ?", order.id());
        });
    }

    private void fail(Order order, String key, @Nullable Object... values) {
        var shown =
                Arrays.stream(values).map(value -> value == null ? "" : value.toString()).toList();
        transaction.executeWithoutResult(t -> {
            jdbc.update(
                    """
                    update leads.import_job
                    set state = 'FAILED', phase = null, failure_key = ?, failure_values = ?, ended_at = clock_timestamp()
                    where id = ?\
                    """,
                    key,
                    shown.toArray(new String[0]),
                    order.id());
            tell(order, "leads.import.notice.failed");
        });
    }

    private void tell(Order order, String key, long... figures) {
        var arguments = new java.util.ArrayList<>(List.of(order.fileName()));
        Arrays.stream(figures).mapToObj(Long::toString).forEach(arguments::add);
        notices.tell(order.actor(), key, arguments, LeadImportUndo.pathOf(order.id()));
    }

    private void fetch(UUID id, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            for (int position = 0; ; position++) {
                var chunk =
                        jdbc.query(
                                "select content from leads.import_chunk where import_id = ? and position = ?",
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
