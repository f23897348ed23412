package org.kaiyuan.enterprises;

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

/** Takes a whole import back, in one transaction. */
@Component
class UndoImport implements TenantJob {
    static final String KIND = "enterprises.import.undo";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final ImportWriting writing;
    private final Notices notices;
    private final ApplicationEventPublisher events;

    UndoImport(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            ImportWriting writing,
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
        var order = transaction.execute(t -> order(runId));
        if (order == null) {
            return;
        }
        try {
            transaction.executeWithoutResult(t -> takeBack(order));
        } catch (ImportRefused refused) {
            transaction.executeWithoutResult(t -> giveUp(order, refused));
        }
    }

    @Override
    public Map<UUID, JobReport> reports(Collection<UUID> runIds) {
        return ImportJobs.reports(jdbc, runIds);
    }

    private @Nullable Order order(UUID runId) {
        return jdbc
                .query(
                        """
                        select id, file_name, actor, undone_by_name from enterprises.import_job
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
        jdbc.queryForObject(ImportUndoSql.LOCK_TOUCHED, Long.class, id);
        ImportUndo.refuseBuiltOn(jdbc, id);
        long t = tenant.value();
        jdbc.update(ImportUndoSql.HISTORY_OF_PUTTING_BACK, t, order.actor(), order.actorName(), id);
        writing.putPartsBack(tenant, id, order.actor(), order.actorName());
        jdbc.update(ImportUndoSql.HISTORY_OF_TAKING_BACK, t, order.actor(), order.actorName(), id);
        jdbc.update(ImportUndoSql.FORGET_FORMER_NAMES, id);
        int putBack = jdbc.update(ImportUndoSql.PUT_BACK, id);
        int takenBack = jdbc.update(ImportUndoSql.TAKE_BACK, id);
        var batch = UuidV7.next();
        jdbc.update(ImportUndoSql.TOUCH_UNDONE, batch, id);
        jdbc.update(
                "update enterprises.import_job set undone_at = clock_timestamp() where id = ?", id);
        notices.tell(
                order.actor(),
                "enterprises.import.notice.undone",
                List.of(order.fileName(), Integer.toString(takenBack), Integer.toString(putBack)),
                ImportUndo.pathOf(id));
        events.publishEvent(new EnterprisesImported(tenant, batch));
    }

    private void giveUp(Order order, ImportRefused refused) {
        jdbc.update(
                """
                update enterprises.import_job
                set undo_wanted_at = null, undone_by_name = null, failure_key = ?, failure_values = ? where id = ?\
                """,
                refused.messageKey(),
                java.util.Arrays.stream(refused.arguments())
                        .map(String::valueOf)
                        .toArray(String[]::new),
                order.id());
        notices.tell(
                order.actor(),
                "enterprises.import.notice.notUndone",
                List.of(order.fileName()),
                ImportUndo.pathOf(order.id()));
    }
}
