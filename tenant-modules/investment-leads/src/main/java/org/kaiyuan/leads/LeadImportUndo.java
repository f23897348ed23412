package org.kaiyuan.leads;

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
public class LeadImportUndo {
    private static final int NAMED = 3;

    private final JdbcTemplate jdbc;
    private final Jobs jobs;

    LeadImportUndo(JdbcTemplate jdbc, Jobs jobs) {
        this.jdbc = jdbc;
        this.jobs = jobs;
    }

    /**
     * Has the leads that it brought removed soon. Asking again, or two at once, changes nothing more.
     *
     * @throws UnknownLeadImport when there is none, or it is another zone's
     * @throws LeadImportRefused when it has not been written, or somebody has worked on its leads since
     */
    @PreAuthorize("hasRole('" + LeadPermissions.IMPORT + "')")
    public void undo(UUID id) {
        var states =
                jdbc.queryForList(
                        """
                        select state = 'COMPLETED' and not dry_run as done,
                               undone_at is not null or undo_wanted_at is not null as undone
                        from leads.import_job where id = ? for no key update\
                        """,
                        id);
        if (states.isEmpty()) {
            throw new UnknownLeadImport();
        }
        var state = states.getFirst();
        if (Boolean.TRUE.equals(state.get("undone"))) {
            return;
        }
        if (!Boolean.TRUE.equals(state.get("done"))) {
            throw new LeadImportRefused("notDone");
        }
        refuseBuiltOn(jdbc, id);
        var runId = UuidV7.next();
        jdbc.update(
                """
                update leads.import_job
                set undo_wanted_at = clock_timestamp(), undone_by_name = ?, run_id = ?, actor = ?, failure_key = null
                where id = ?\
                """,
                ChangeHistory.actorName(),
                runId,
                ChangeHistory.actor(),
                id);
        jobs.submit(UndoLeadImport.KIND, CurrentTenant.get(), runId);
    }

    /**
     * The names of confidential leads are not told.
     *
     * @throws LeadImportRefused naming the first leads that somebody has worked on since
     */
    static void refuseBuiltOn(JdbcTemplate jdbc, UUID id) {
        var built =
                jdbc.query(
                        LeadImportSql.BUILT_ON
                                + " and not l.confidential order by l.id limit "
                                + NAMED,
                        (row, n) -> row.getString(1),
                        id);
        var count =
                jdbc.queryForObject(
                        "select count(*) from (" + LeadImportSql.BUILT_ON + ") b", Long.class, id);
        if (count != null && count > 0) {
            throw new LeadImportRefused("builtOn", count, String.join("、", List.copyOf(built)));
        }
    }

    static String pathOf(UUID id) {
        return "/leads/imports/" + id;
    }
}
