package org.kaiyuan.enterprises;

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

/** Deciding what rows are whose name is in the directory already: before the run or after it. */
@Service
@Transactional
public class DuplicateDecision {
    private final JdbcTemplate jdbc;
    private final ImportWriting writing;
    private final ApplicationEventPublisher events;

    DuplicateDecision(JdbcTemplate jdbc, ImportWriting writing, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.writing = writing;
        this.events = events;
    }

    /**
     * Before the run it is noted for it, after the run it is done at once. A row that was taken already
     * stays as it is.
     *
     * @param rows null: all that are undecided
     * @return how many rows it was said of
     * @throws UnknownImport when there is none, or it is another zone's
     * @throws ImportRefused when the import runs or was undone, or a row is to be the same record as one
     *     that is not, or no longer, there
     */
    @PreAuthorize("hasRole('" + EnterprisePermissions.IMPORT + "')")
    public int decide(UUID id, @Nullable Collection<Long> rows, DuplicateChoice choice) {
        writing.alone(CurrentTenant.get());
        var jobs =
                jdbc.queryForList(
                        """
                        select state, dry_run, existing, undone_at is not null or undo_wanted_at is not null as undone
                        from enterprises.import_job where id = ? for no key update\
                        """,
                        id);
        if (jobs.isEmpty()) {
            throw new UnknownImport(id);
        }
        var job = jobs.getFirst();
        var state = ImportState.valueOf(String.valueOf(job.get("state")));
        if (state.isUnderWay() || Boolean.TRUE.equals(job.get("undone"))) {
            throw new ImportRefused("busy");
        }
        boolean done = state == ImportState.COMPLETED && Boolean.FALSE.equals(job.get("dry_run"));
        var wanted = rows == null ? undecided(id) : rows.toArray(Long[]::new);
        if (choice == DuplicateChoice.SAME_RECORD) {
            refuseWithoutRecord(id, wanted);
        }
        if (done && choice != DuplicateChoice.KEEP_OUT) {
            take(id, ExistingChoice.valueOf(String.valueOf(job.get("existing"))), wanted, choice);
        }
        if (done) {
            jdbc.update(
                    """
                    update enterprises.import_error set reason = 'enterprises.import.keptOut'
                    where import_id = ? and row_number = any (?)
                      and reason = 'enterprises.import.likelyDuplicate'\
                    """,
                    id,
                    wanted);
        }
        return jdbc.update(
                """
                update enterprises.import_likely set decision = ?, decided_by = ?
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
                        "select row_number from enterprises.import_likely where import_id = ? and decision is null",
                        Long.class,
                        id)
                .toArray(Long[]::new);
    }

    private void refuseWithoutRecord(UUID id, Long[] rows) {
        var without =
                jdbc.queryForList(
                        """
                        select l.row_number from enterprises.import_likely l
                        where l.import_id = ? and l.row_number = any (?) and (l.decision is null or l.decision = 'KEEP_OUT')
                          and not exists (select from enterprises.enterprise e
                                          where e.id = l.enterprise_id and e.merged_into is null)
                        order by l.row_number limit 1\
                        """,
                        Long.class,
                        id,
                        rows);
        if (!without.isEmpty()) {
            throw new ImportRefused("noRecord", without.getFirst());
        }
    }

    private void take(UUID id, ExistingChoice existing, Long[] rows, DuplicateChoice choice) {
        var tenant = CurrentTenant.get();
        writing.stage();
        int staged = jdbc.update(ImportSql.STAGE_HELD, id, rows);
        writing.unfold();
        if (choice == DuplicateChoice.SAME_RECORD) {
            jdbc.update("update staged set id = likely");
        } else {
            jdbc.update("update staged set as_new = true");
            jdbc.update(ImportSql.CODE_TWICE);
            jdbc.update(ImportSql.KNOWN_BY_CODE);
        }
        jdbc.update(ImportSql.SAME_RECORD_TWICE);
        var clash =
                jdbc.queryForList(
                        "select row_number from staged where reason is not null order by row_number limit 1",
                        Long.class);
        if (!clash.isEmpty()) {
            throw new ImportRefused("sameTwice", clash.getFirst());
        }
        var written = writing.compare(existing);
        writing.write(tenant, id, ChangeHistory.actor(), ChangeHistory.actorName());
        jdbc.update(
                """
                update enterprises.import_job
                set added = added + ?, changed = changed + ?, unchanged = unchanged + ?, rejected = rejected - ?
                where id = ?\
                """,
                written.added(),
                written.changed(),
                staged - written.added() - written.changed(),
                staged,
                id);
        jdbc.update(
                "delete from enterprises.import_error e using staged s where e.import_id = ? and e.row_number = s.row_number",
                id);
        if (written.added() + written.changed() > 0) {
            var batch = UuidV7.next();
            writing.touch(tenant, batch);
            events.publishEvent(new EnterprisesImported(tenant, batch));
        }
    }
}
