package org.kaiyuan.leads;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.kaiyuan.platform.calendar.WorkingDays;
import org.kaiyuan.platform.imports.ImportFigures;
import org.kaiyuan.platform.imports.ImportLoading;
import org.kaiyuan.platform.imports.ImportOrder;
import org.kaiyuan.platform.imports.ImportRun;
import org.kaiyuan.platform.imports.StagedRows;
import org.kaiyuan.platform.jobs.JobReport;
import org.kaiyuan.platform.jobs.JobWatch;
import org.kaiyuan.platform.jobs.TenantJob;
import org.kaiyuan.platform.notices.Notices;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Loads one file of leads: checked in a temporary table by sets, then one INSERT for each table.
 *
 * @see "docs/decisions/0026-leads-import-and-twins.md"
 */
@Component
class ImportLeads implements TenantJob, ImportLoading<LeadImportField> {
    private final ImportRun<LeadImportField> runs;
    private final JdbcTemplate jdbc;
    private final LeadImportWriting writing;
    private final ImportedWords words;
    private final LeadRulesKeeping rules;
    private final WorkingDays days;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ImportLeads(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            JobWatch watch,
            LeadImportWriting writing,
            ImportedWords words,
            LeadRulesKeeping rules,
            WorkingDays days,
            Notices notices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.runs =
                new ImportRun<>(
                        LeadImport.TABLES,
                        LeadImportColumns.WORDS,
                        this,
                        jdbc,
                        transactions,
                        watch,
                        notices);
        this.jdbc = jdbc;
        this.writing = writing;
        this.words = words;
        this.rules = rules;
        this.days = days;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return LeadImport.TABLES.kind();
    }

    @Override
    public void run(UUID runId) {
        runs.run(runId);
    }

    @Override
    public Map<UUID, JobReport> reports(Collection<UUID> runIds) {
        return runs.reports(runIds);
    }

    @Override
    public boolean cancel(UUID runId) {
        return runs.cancel(runId);
    }

    @Override
    public void stage() {
        writing.stage();
    }

    @Override
    public String copy() {
        return LeadImportSql.COPY;
    }

    @Override
    public StagedRows rows(ImportOrder<LeadImportField> order, int most, StringBuilder lines) {
        return new StagedLead(
                new StagedLead.Setting(
                        CurrentTenant.get(),
                        order.headings(),
                        order.mapping().columns(),
                        most,
                        Boolean.parseBoolean(order.manner()),
                        words.read(),
                        rules.current(),
                        days.calendar(),
                        clock.instant()),
                lines);
    }

    @Override
    public void alone(TenantId tenant) {
        writing.alone(tenant);
    }

    @Override
    public long check(ImportOrder<LeadImportField> order) {
        long tenant = CurrentTenant.get().value();
        var id = order.id();
        jdbc.update(LeadImportSql.KNOWN);
        jdbc.update(LeadImportSql.UNFOLD);
        jdbc.execute("analyze form");
        jdbc.update(LeadImportSql.LIKELY);
        jdbc.update(LeadImportSql.SAME_IN_FILE);
        jdbc.update(LeadImportSql.DECISIONS, id);
        jdbc.update(LeadImportSql.HELD);
        jdbc.update(LeadImportSql.ERRORS_OF_BEFORE, id);
        jdbc.update(LeadImportSql.ERRORS_OF_ROWS, tenant, id);
        jdbc.update(LeadImportSql.ERRORS_OF_SETS, tenant, id);
        jdbc.update(LeadImportSql.LIKELY_OF_BEFORE, id);
        jdbc.update(LeadImportSql.LIKELY_NOW, tenant, id);
        return writing.count(LeadImportSql.COUNT_REJECTED);
    }

    @Override
    public ImportFigures compare(ImportOrder<LeadImportField> order) {
        return new ImportFigures(writing.count(LeadImportSql.COUNT_NEW), 0);
    }

    @Override
    public void write(ImportOrder<LeadImportField> order, ImportFigures figures) {
        writing.write(
                CurrentTenant.get(),
                new LeadImportWriting.Batch(
                        order.id(), order.fileName(), order.actor(), order.actorName()),
                figures.added());
        jdbc.update(LeadImportSql.LIKELY_BECAME_LEADS, order.id());
    }

    @Override
    public void announce(TenantId tenant, UUID batch) {
        events.publishEvent(new LeadsImported(tenant, batch));
    }
}
