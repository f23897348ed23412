package org.kaiyuan.enterprises;

import java.util.List;
import java.util.UUID;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.jobs.Jobs;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Taking a whole import back while nothing was built on it. */
@Service
@Transactional
public class ImportUndo {
    private static final int NAMED = 3;

    private final JdbcTemplate jdbc;
    private final Jobs jobs;

    ImportUndo(JdbcTemplate jdbc, Jobs jobs) {
        this.jdbc = jdbc;
        this.jobs = jobs;
    }

    /**
     * Has the import taken back soon: what it brought is removed, what it changed is put back. Asking
     * again, or two at once, changes nothing more.
     *
     * @throws UnknownImport when there is none, or it is another zone's
     * @throws ImportRefused when it has not been written, or records were changed since
     */
    @PreAuthorize("hasRole('" + EnterprisePermissions.IMPORT + "')")
    public void undo(UUID id) {
        var states =
                jdbc.queryForList(
                        """
                        select state = 'COMPLETED' and not dry_run as done,
                               undone_at is not null or undo_wanted_at is not null as undone
                        from enterprises.import_job where id = ? for no key update\
                        """,
                        id);
        if (states.isEmpty()) {
            throw new UnknownImport(id);
        }
        var state = states.getFirst();
        if (Boolean.TRUE.equals(state.get("undone"))) {
            return;
        }
        if (!Boolean.TRUE.equals(state.get("done"))) {
            throw new ImportRefused("notDone");
        }
        refuseBuiltOn(jdbc, id);
        var runId = UuidV7.next();
        jdbc.update(
                """
                update enterprises.import_job
                set undo_wanted_at = clock_timestamp(), undone_by_name = ?, run_id = ?, actor = ?,
                    failure_key = null
                where id = ?\
                """,
                ChangeHistory.actorName(),
                runId,
                ChangeHistory.actor(),
                id);
        jobs.submit(UndoImport.KIND, CurrentTenant.get(), runId);
    }

    /** @throws ImportRefused naming the first records that were changed since the import */
    static void refuseBuiltOn(JdbcTemplate jdbc, UUID id) {
        var built = builtOn(jdbc, id);
        if (!built.isEmpty()) {
            var count =
                    jdbc.queryForObject(
                            "select count(*) from (" + ImportUndoSql.BUILT_ON + ") b",
                            Long.class,
                            id);
            throw new ImportRefused("builtOn", count, String.join("、", built));
        }
    }

    private static List<String> builtOn(JdbcTemplate jdbc, UUID id) {
        return jdbc.query(
                ImportUndoSql.BUILT_ON + " limit " + NAMED, (row, n) -> row.getString(1), id);
    }

    static String pathOf(UUID id) {
        return "/enterprises/imports/" + id;
    }
}
