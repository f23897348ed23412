package org.kaiyuan.platform.imports;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.jobs.JobReport;
import org.kaiyuan.platform.jobs.Jobs;
import org.kaiyuan.platform.notices.Notices;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes whole imports of one module back while nothing was built on them: asked for, then done in the background. */
public final class ImportUndoing {
    private final ImportTables tables;
    private final TakingBack module;
    private final JdbcTemplate jdbc;
    private final Jobs jobs;
    private final TransactionTemplate transaction;
    private final Notices notices;

    public ImportUndoing(
            ImportTables tables,
            TakingBack module,
            JdbcTemplate jdbc,
            Jobs jobs,
            PlatformTransactionManager transactions,
            Notices notices) {
        this.tables = tables;
        this.module = module;
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.transaction = new TransactionTemplate(transactions);
        this.notices = notices;
    }

    private record Order(UUID id, String fileName, String actor, String actorName) {}

    /**
     * Has the import taken back soon, in the open transaction. Asking again, or two at once, changes nothing more.
     *
     * @throws UnknownImport when there is none, or it is another zone's
     * @throws ImportRefused when it has not been written, or something was built on it since
     */
    public void ask(UUID id) {
        var states =
                jdbc.queryForList(
                        tables.in(
                                """
                                select state = 'COMPLETED' and not dry_run as done,
                                       undone_at is not null or undo_wanted_at is not null as undone
                                from {word}.import_job where id = ? for no key update\
                                """),
                        id);
        if (states.isEmpty()) {
            throw new UnknownImport();
        }
        var state = states.getFirst();
        if (Boolean.TRUE.equals(state.get("undone"))) {
            return;
        }
        if (!Boolean.TRUE.equals(state.get("done"))) {
            throw new ImportRefused("imports.refusal.notDone");
        }
        refuseBuiltOn(id);
        var runId = UuidV7.next();
        jdbc.update(
                tables.in(
                        """
                        update {word}.import_job
                        set undo_wanted_at = clock_timestamp(), undone_by_name = ?, run_id = ?, actor = ?,
                            failure_key = null
                        where id = ?\
                        """),
                ChangeHistory.actorName(),
                runId,
                ChangeHistory.actor(),
                id);
        jobs.submit(tables.undoKind(), CurrentTenant.get(), runId);
    }

    /** Does it; looks once more whether anything was built on it. */
    public void run(UUID runId) {
        var order = transaction.<@Nullable Order>execute(t -> order(runId));
        if (order == null) {
            return;
        }
        try {
            transaction.executeWithoutResult(t -> takeBack(order));
        } catch (ImportRefused refused) {
            transaction.executeWithoutResult(t -> giveUp(order, refused));
        }
    }

    /** @see org.kaiyuan.platform.jobs.TenantJob#reports */
    public Map<UUID, JobReport> reports(Collection<UUID> runIds) {
        return ImportReports.of(tables, jdbc, runIds);
    }

    private void refuseBuiltOn(UUID id) {
        var built = module.builtOn(id);
        if (built.count() > 0) {
            throw new ImportRefused(
                    tables.word() + ".refusal.import.builtOn",
                    built.count(),
                    String.join("、", built.names()));
        }
    }

    private @Nullable Order order(UUID runId) {
        return jdbc
                .query(
                        tables.in(
                                """
                                select id, file_name, actor, undone_by_name from {word}.import_job
                                where run_id = ? and undo_wanted_at is not null and undone_at is null\
                                """),
                        (row, n) ->
                                new Order(
                                        row.getObject("id", UUID.class),
                                        row.getString("file_name"),
                                        row.getString("actor"),
                                        row.getString("undone_by_name")),
                        runId)
                .stream()
                .findFirst()
                .orElse(null);
    }

    private void takeBack(Order order) {
        var tenant = CurrentTenant.get();
        var id = order.id();
        module.alone(tenant);
        module.lock(id);
        refuseBuiltOn(id);
        var batch = UuidV7.next();
        var figures = module.takeBack(id, order.actor(), order.actorName(), batch);
        jdbc.update(
                tables.in(
                        "update {word}.import_job set undone_at = clock_timestamp() where id = ?"),
                id);
        tell(order, "undone", figures);
        module.announce(tenant, batch);
    }

    private void giveUp(Order order, ImportRefused refused) {
        jdbc.update(
                tables.in(
                        """
                        update {word}.import_job
                        set undo_wanted_at = null, undone_by_name = null, failure_key = ?, failure_values = ? where id = ?\
                        """),
                refused.messageKey(),
                Arrays.stream(refused.arguments()).map(String::valueOf).toArray(String[]::new),
                order.id());
        tell(order, "notUndone", List.of());
    }

    private void tell(Order order, String what, List<Integer> figures) {
        notices.tell(
                order.actor(),
                tables.message("notice." + what),
                Stream.concat(Stream.of(order.fileName()), figures.stream().map(String::valueOf))
                        .toList(),
                tables.pathOf(order.id()));
    }
}
