package org.kaiyuan.enterprises;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kaiyuan.platform.imports.ImportUndoing;
import org.kaiyuan.platform.imports.TakingBack;
import org.kaiyuan.platform.jobs.JobReport;
import org.kaiyuan.platform.jobs.Jobs;
import org.kaiyuan.platform.jobs.TenantJob;
import org.kaiyuan.platform.notices.Notices;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** Takes a whole import back, in one transaction. */
@Component
class UndoImport implements TenantJob, TakingBack {
    private static final int NAMED = 3;

    private final ImportUndoing undoing;
    private final JdbcTemplate jdbc;
    private final ImportWriting writing;
    private final ApplicationEventPublisher events;

    UndoImport(
            JdbcTemplate jdbc,
            Jobs jobs,
            PlatformTransactionManager transactions,
            ImportWriting writing,
            Notices notices,
            ApplicationEventPublisher events) {
        this.undoing =
                new ImportUndoing(EnterpriseImport.TABLES, this, jdbc, jobs, transactions, notices);
        this.jdbc = jdbc;
        this.writing = writing;
        this.events = events;
    }

    @Override
    public String kind() {
        return EnterpriseImport.TABLES.undoKind();
    }

    void ask(UUID id) {
        undoing.ask(id);
    }

    @Override
    public void run(UUID runId) {
        undoing.run(runId);
    }

    @Override
    public Map<UUID, JobReport> reports(Collection<UUID> runIds) {
        return undoing.reports(runIds);
    }

    @Override
    public void alone(TenantId tenant) {
        writing.alone(tenant);
    }

    @Override
    public void lock(UUID id) {
        jdbc.queryForObject(ImportUndoSql.LOCK_TOUCHED, Long.class, id);
    }

    @Override
    public BuiltOn builtOn(UUID id) {
        var names =
                jdbc.query(
                        ImportUndoSql.BUILT_ON + " limit " + NAMED,
                        (row, n) -> row.getString(1),
                        id);
        var count =
                names.isEmpty()
                        ? null
                        : jdbc.queryForObject(
                                "select count(*) from (" + ImportUndoSql.BUILT_ON + ") b",
                                Long.class,
                                id);
        return new BuiltOn(count == null ? 0 : count, names);
    }

    @Override
    public List<Integer> takeBack(UUID id, String actor, String actorName, UUID batch) {
        var tenant = CurrentTenant.get();
        long t = tenant.value();
        jdbc.update(ImportUndoSql.HISTORY_OF_PUTTING_BACK, t, actor, actorName, id);
        writing.putPartsBack(tenant, id, actor, actorName);
        jdbc.update(ImportUndoSql.HISTORY_OF_TAKING_BACK, t, actor, actorName, id);
        jdbc.update(ImportUndoSql.FORGET_FORMER_NAMES, id);
        int putBack = jdbc.update(ImportUndoSql.PUT_BACK, id);
        int takenBack = jdbc.update(ImportUndoSql.TAKE_BACK, id);
        jdbc.update(ImportUndoSql.TOUCH_UNDONE, batch, id);
        return List.of(takenBack, putBack);
    }

    @Override
    public void announce(TenantId tenant, UUID batch) {
        events.publishEvent(new EnterprisesImported(tenant, batch));
    }
}
