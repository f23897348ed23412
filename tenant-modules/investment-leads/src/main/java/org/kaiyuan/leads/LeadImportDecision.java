package org.kaiyuan.leads;

import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
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
    private final ApplicationEventPublisher events;

    LeadImportDecision(
            JdbcTemplate jdbc, LeadImportWriting writing, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.writing = writing;
        this.events = events;
    }

    /**
     * Before the run it is noted for it, after the run it is done at once. A row that was taken already stays as
     * it is.
     *
     * @param rows null: all that are undecided
     * @return how many rows it was said of
     * @throws UnknownLeadImport when there is none, or it is another zone's
     * @throws LeadImportRefused when the import runs or was undone
     */
    @PreAuthorize("hasRole('" + LeadPermissions.IMPORT + "')")
    public int decide(UUID id, @Nullable Collection<Long> rows, LikelyChoice choice) {
        writing.alone(CurrentTenant.get());
        var jobs =
                jdbc.queryForList(
                        """
                        select state, dry_run, file_name, undone_at is not null or undo_wanted_at is not null as undone
                        from leads.import_job where id = ? for no key update\
                        """,
                        id);
        if (jobs.isEmpty()) {
            throw new UnknownLeadImport();
        }
        var job = jobs.getFirst();
        var state = LeadImportState.valueOf(String.valueOf(job.get("state")));
        if (state.isUnderWay() || Boolean.TRUE.equals(job.get("undone"))) {
            throw new LeadImportRefused("busy");
        }
        boolean done =
                state == LeadImportState.COMPLETED && Boolean.FALSE.equals(job.get("dry_run"));
        var wanted = rows == null ? undecided(id) : rows.toArray(Long[]::new);
        if (done && choice == LikelyChoice.TAKE_AS_NEW) {
            take(id, String.valueOf(job.get("file_name")), wanted);
        }
        if (done) {
            jdbc.update(
                    """
                    update leads.import_error set reason = 'leads.import.keptOut'
                    where import_id = ? and row_number = any (?) and reason = 'leads.import.likelyTwin'\
                    """,
                    id,
                    wanted);
        }
        return jdbc.update(
                """
                update leads.import_likely set decision = ?, decided_by = ?
                where import_id = ? and row_number = any (?)
                  and (? or decision is null or decision = 'KEEP_OUT')\
                """,
                choice.name(),
                ChangeHistory.actorName(),
                id,
                wanted,
                !done);
    }

    private Long[] undecided(UUID id) {
        return jdbc.queryForList(
                        "select row_number from leads.import_likely where import_id = ? and decision is null",
                        Long.class,
                        id)
                .toArray(Long[]::new);
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
        jdbc.update(
                "delete from leads.import_error e using staged s where e.import_id = ? and e.row_number = s.row_number",
                id);
        if (staged > 0) {
            var batch = UuidV7.next();
            writing.touch(tenant, batch);
            events.publishEvent(new LeadsImported(tenant, batch));
        }
    }
}
