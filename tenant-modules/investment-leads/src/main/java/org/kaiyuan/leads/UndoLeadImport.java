package org.kaiyuan.leads;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.jobs.JobReport;
import org.kaiyuan.platform.jobs.TenantJob;
import org.kaiyuan.platform.notices.Notices;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes what an import brought, in one transaction; looks once more whether anything was built on it. */
@Component
class UndoLeadImport implements TenantJob {
    static final String KIND = "leads.import.undo";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final LeadImportWriting writing;
    private final Notices notices;
    private final ApplicationEventPublisher events;

    UndoLeadImport(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            LeadImportWriting writing,
            Notices notices,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.writing = writing;
        this.notices = notices;
        this.events = events;
    }

    private record Order(UUID id, String fileName, String actor, String actorName) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(UUID runId) {
        var order = transaction.<@Nullable Order>execute(t -> order(runId));
        if (order == null) {
            return;
        }
        try {
            transaction.executeWithoutResult(t -> takeBack(order));
        } catch (LeadImportRefused refused) {
            transaction.executeWithoutResult(t -> giveUp(order, refused));
        }
    }

    @Override
    public Map<UUID, JobReport> reports(Collection<UUID> runIds) {
        return LeadImportJobs.reports(jdbc, runIds);
    }

    private @Nullable Order order(UUID runId) {
        return jdbc
                .query(
                        """
                        select id, file_name, actor, undone_by_name from leads.import_job
                        where run_id = ? and undo_wanted_at is not null and undone_at is null\
                        """,
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
        writing.alone(tenant);
        jdbc.queryForObject(LeadImportSql.LOCK_IMPORTED, Long.class, id);
        LeadImportUndo.refuseBuiltOn(jdbc, id);
        jdbc.update(
                LeadImportSql.HISTORY_OF_TAKING_BACK,
                tenant.value(),
                order.actor(),
                order.actorName(),
                id);
        var batch = UuidV7.next();
        jdbc.update(LeadImportSql.TOUCH_UNDONE, batch, id);
        jdbc.query(LeadImportSql.TAKE_BACK_REPORTS, row -> {}, id);
        int takenBack = jdbc.update(LeadImportSql.TAKE_BACK, id);
        jdbc.update("update leads.import_job set undone_at = clock_timestamp() where id = ?", id);
        notices.tell(
                order.actor(),
                "leads.import.notice.undone",
                List.of(order.fileName(), Integer.toString(takenBack)),
                LeadImportUndo.pathOf(id));
        events.publishEvent(new LeadsImported(tenant, batch));
    }

    private void giveUp(Order order, LeadImportRefused refused) {
        jdbc.update(
                """
                update leads.import_job
                set undo_wanted_at = null, undone_by_name = null, failure_key = ?, failure_values = ? where id = ?\
                """,
                refused.messageKey(),
                Arrays.stream(refused.arguments()).map(String::valueOf).toArray(String[]::new),
                order.id());
        notices.tell(
                order.actor(),
                "leads.import.notice.notUndone",
                List.of(order.fileName()),
                LeadImportUndo.pathOf(order.id()));
    }
}
