package org.kaiyuan.leads;

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

/** Removes what an import brought, in one transaction. */
@Component
class UndoLeadImport implements TenantJob, TakingBack {
    private static final int NAMED = 3;

    private final ImportUndoing undoing;
    private final JdbcTemplate jdbc;
    private final LeadImportWriting writing;
    private final ApplicationEventPublisher events;

    UndoLeadImport(
            JdbcTemplate jdbc,
            Jobs jobs,
            PlatformTransactionManager transactions,
            LeadImportWriting writing,
            Notices notices,
            ApplicationEventPublisher events) {
        this.undoing =
                new ImportUndoing(LeadImport.TABLES, this, jdbc, jobs, transactions, notices);
        this.jdbc = jdbc;
        this.writing = writing;
        this.events = events;
    }

    @Override
    public String kind() {
        return LeadImport.TABLES.undoKind();
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
        jdbc.queryForObject(LeadImportSql.LOCK_IMPORTED, Long.class, id);
    }

    /** The names of confidential leads are not told. */
    @Override
    public BuiltOn builtOn(UUID id) {
        var names =
                jdbc.query(
                        LeadImportSql.BUILT_ON
                                + " and not l.confidential order by l.id limit "
                                + NAMED,
                        (row, n) -> row.getString(1),
                        id);
        return new BuiltOn(
                writing.count("select count(*) from (" + LeadImportSql.BUILT_ON + ") b", id),
                names);
    }

    @Override
    public List<Integer> takeBack(UUID id, String actor, String actorName, UUID batch) {
        jdbc.update(
                LeadImportSql.HISTORY_OF_TAKING_BACK,
                CurrentTenant.get().value(),
                actor,
                actorName,
                id);
        jdbc.update(LeadImportSql.TOUCH_UNDONE, batch, id);
        jdbc.query(LeadImportSql.TAKE_BACK_REPORTS, row -> {}, id);
        return List.of(jdbc.update(LeadImportSql.TAKE_BACK, id));
    }

    @Override
    public void announce(TenantId tenant, UUID batch) {
        events.publishEvent(new LeadsImported(tenant, batch));
    }
}
