package org.kaiyuan.enterprises;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
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
 * Loads one file of enterprises: checked in a temporary table by sets, then one INSERT and one UPDATE.
 *
 * @see "docs/decisions/0011-import.md"
 */
@Component
class ImportEnterprises implements TenantJob, ImportLoading<ImportTarget> {
    private final ImportRun<ImportTarget> runs;
    private final JdbcTemplate jdbc;
    private final ImportWriting writing;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ImportEnterprises(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            JobWatch watch,
            ImportWriting writing,
            Notices notices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.runs =
                new ImportRun<>(
                        EnterpriseImport.TABLES,
                        ImportColumns.WORDS,
                        this,
                        jdbc,
                        transactions,
                        watch,
                        notices);
        this.jdbc = jdbc;
        this.writing = writing;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return EnterpriseImport.TABLES.kind();
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
        return ImportSql.COPY;
    }

    @Override
    public StagedRows rows(ImportOrder<ImportTarget> order, int most, StringBuilder lines) {
        return new StagedRow(
                order.mapping(), QualificationWords.read(jdbc), most, lines, LocalDate.now(clock));
    }

    @Override
    public void alone(TenantId tenant) {
        writing.alone(tenant);
    }

    @Override
    public long check(ImportOrder<ImportTarget> order) {
        long tenant = CurrentTenant.get().value();
        var id = order.id();
        writing.unfold();
        jdbc.update(ImportSql.CODE_TWICE);
        ImportSql.RULES.forEach(jdbc::update);
        jdbc.update(ImportSql.DECISIONS, id);
        ImportSql.RULES_OF_NAMES.forEach(jdbc::update);
        jdbc.update(ImportSql.ERRORS_OF_BEFORE, id);
        jdbc.update(ImportSql.ERRORS, tenant, id);
        jdbc.update(ImportSql.ERRORS_OF_MANY_FAULTS, tenant, id);
        jdbc.update(ImportSql.LIKELY_OF_BEFORE, id);
        jdbc.update(ImportSql.LIKELY_NOW, tenant, id);
        var rejected =
                jdbc.queryForObject(
                        "select count(*) from staged where reason is not null", Long.class);
        return rejected == null ? 0 : rejected;
    }

    @Override
    public ImportFigures compare(ImportOrder<ImportTarget> order) {
        return writing.compare(ExistingChoice.valueOf(order.manner()));
    }

    @Override
    public void write(ImportOrder<ImportTarget> order, ImportFigures figures) {
        writing.write(CurrentTenant.get(), order.id(), order.actor(), order.actorName());
        jdbc.update(ImportSql.LIKELY_BECAME_RECORDS, order.id());
    }

    @Override
    public void announce(TenantId tenant, UUID batch) {
        events.publishEvent(new EnterprisesImported(tenant, batch));
    }
}
