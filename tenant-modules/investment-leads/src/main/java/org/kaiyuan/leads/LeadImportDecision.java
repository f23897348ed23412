package org.kaiyuan.leads;

import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.imports.ImportRefused;
import org.kaiyuan.platform.imports.LikelyDecisions;
import org.kaiyuan.platform.imports.UnknownImport;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deciding what rows are that are perhaps leads already: before the run or after it. */
@Service
@Transactional
public class LeadImportDecision {
    private final JdbcTemplate jdbc;
    private final LeadImportWriting writing;
    private final LikelyDecisions decisions;
    private final ApplicationEventPublisher events;

    LeadImportDecision(
            JdbcTemplate jdbc, LeadImportWriting writing, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.writing = writing;
        this.decisions = new LikelyDecisions(LeadImport.TABLES, jdbc);
        this.events = events;
    }

    /**
     * Before the run it is noted for it, after the run it is done at once. A row that was taken already stays as
     * it is.
     *
     * @param rows null: all that are undecided
     * @return how many rows it was said of
     * @throws UnknownImport when there is none, or it is another zone's
     * @throws ImportRefused when the import runs or was undone
     */
    @PreAuthorize("hasRole('" + LeadPermissions.IMPORT + "')")
    public int decide(UUID id, @Nullable Collection<Long> rows, LikelyChoice choice) {
        writing.alone(CurrentTenant.get());
        var job = decisions.open(id);
        var wanted = rows == null ? decisions.undecided(id) : rows.toArray(Long[]::new);
        if (job.written() && choice == LikelyChoice.TAKE_AS_NEW) {
            take(id, job.fileName(), wanted);
        }
        return decisions.note(id, wanted, choice, job.written(), "likelyTwin");
    }

    private void take(UUID id, String fileName, Long[] rows) {
        var tenant = CurrentTenant.get();
        writing.stage();
        int staged = jdbc.update(LeadImportSql.STAGE_HELD, id, rows);
        jdbc.update(LeadImportSql.UNFOLD);
        writing.write(
                tenant,
                new LeadImportWriting.Batch(
                        id, fileName, ChangeHistory.actor(), ChangeHistory.actorName()),
                staged);
        jdbc.update(
                "update leads.import_job set added = added + ?, rejected = rejected - ? where id = ?",
                staged,
                staged,
                id);
        decisions.forgetErrorsOfStaged(id);
        if (staged > 0) {
            var batch = UuidV7.next();
            writing.touch(tenant, batch);
            events.publishEvent(new LeadsImported(tenant, batch));
        }
    }
}
