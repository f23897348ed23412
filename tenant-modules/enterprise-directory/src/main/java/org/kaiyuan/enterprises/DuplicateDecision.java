package org.kaiyuan.enterprises;

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

/** Deciding what rows are whose name is in the directory already: before the run or after it. */
@Service
@Transactional
public class DuplicateDecision {
    private final JdbcTemplate jdbc;
    private final ImportWriting writing;
    private final LikelyDecisions decisions;
    private final ApplicationEventPublisher events;

    DuplicateDecision(JdbcTemplate jdbc, ImportWriting writing, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.writing = writing;
        this.decisions = new LikelyDecisions(EnterpriseImport.TABLES, jdbc);
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
        var job = decisions.open(id);
        var wanted = rows == null ? decisions.undecided(id) : rows.toArray(Long[]::new);
        if (choice == DuplicateChoice.SAME_RECORD) {
            refuseWithoutRecord(id, wanted);
        }
        if (job.written() && choice != DuplicateChoice.KEEP_OUT) {
            take(id, ExistingChoice.valueOf(job.manner()), wanted, choice);
        }
        return decisions.note(id, wanted, choice, job.written(), "likelyDuplicate");
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
            throw new ImportRefused("enterprises.refusal.import.noRecord", without.getFirst());
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
            throw new ImportRefused("enterprises.refusal.import.sameTwice", clash.getFirst());
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
        decisions.forgetErrorsOfStaged(id);
        if (written.added() + written.changed() > 0) {
            var batch = UuidV7.next();
            writing.touch(tenant, batch);
            events.publishEvent(new EnterprisesImported(tenant, batch));
        }
    }
}
