package org.kaiyuan.platform.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The zone's background work: what runs, what has run, and ending it. */
@Service
@Transactional
public class JobDirectory {
    private static final String SELECT =
            """
            select id, kind, title, path, username, actor_name, state, done, total, cancel_wanted, submitted_at,
                   started_at, ended_at
            from jobs.job
            """;

    private final JdbcTemplate jdbc;
    private final Jobs jobs;
    private final ObjectProvider<TenantJob> kinds;

    JobDirectory(JdbcTemplate jdbc, Jobs jobs, ObjectProvider<TenantJob> kinds) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.kinds = kinds;
    }

    /**
     * The newest first; those under way tell how far they are now.
     *
     * @param before the last of the page before; null for the newest
     * @param limit at most 200
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + JobsPermissions.READ + "')")
    public List<JobLine> newest(@Nullable UUID before, int limit) {
        var order = "order by submitted_at desc, id desc limit ?";
        int most = Math.clamp(limit, 1, 200);
        var lines =
                before == null
                        ? jdbc.query(SELECT + order, JobDirectory::row, most)
                        : jdbc.query(
                                SELECT
                                        + "where (submitted_at, id) <"
                                        + " (select submitted_at, id from jobs.job where id = ?) "
                                        + order,
                                JobDirectory::row,
                                before,
                                most);
        var now = reports(lines);
        return lines.stream().map(line -> asOfNow(line, now.get(line.id()))).toList();
    }

    /**
     * Ends it as soon as it can be ended; what is under way then is undone as its room sees fit.
     *
     * @throws UnknownJob when there is none, or it is another zone's
     * @throws JobRefused when it has ended, or is of a kind that cannot be ended
     */
    @PreAuthorize("hasRole('" + JobsPermissions.READ + "')")
    public void cancel(UUID id) {
        CurrentTenant.refuseReadingOnly();
        var line =
                DataAccessUtils.singleResult(
                        jdbc.query(SELECT + "where id = ?", JobDirectory::row, id));
        if (line == null) {
            throw new UnknownJob();
        }
        if (!line.username().equals(Jobs.actor()) && !may(JobsPermissions.CANCEL)) {
            throw new AccessDeniedException("Somebody else's job");
        }
        if (!line.state().isUnderWay()) {
            throw new JobRefused("jobs.refusal.ended");
        }
        var job = byKind().get(line.kind());
        if (job == null || !job.cancel(id)) {
            throw new JobRefused("jobs.refusal.notCancellable");
        }
        jdbc.update("update jobs.job set cancel_wanted = true where id = ?", id);
        jobs.withdraw(id);
    }

    /** What those under way say of themselves, each kind asked once. */
    private Map<UUID, JobReport> reports(List<JobLine> lines) {
        var underWay =
                lines.stream()
                        .filter(line -> line.state().isUnderWay())
                        .collect(
                                Collectors.groupingBy(
                                        JobLine::kind,
                                        Collectors.mapping(JobLine::id, Collectors.toList())));
        var reports = new HashMap<UUID, JobReport>();
        if (!underWay.isEmpty()) {
            var byKind = byKind();
            underWay.forEach((kind, ids) -> {
                var job = byKind.get(kind);
                if (job != null) {
                    reports.putAll(job.reports(ids));
                }
            });
        }
        return reports;
    }

    private static JobLine asOfNow(JobLine line, @Nullable JobReport report) {
        return report == null
                ? line
                : new JobLine(
                        line.id(),
                        line.kind(),
                        report.title(),
                        report.path(),
                        line.username(),
                        line.actorName(),
                        line.state(),
                        report.done(),
                        report.total(),
                        line.cancelWanted(),
                        line.submittedAt(),
                        line.startedAt(),
                        line.endedAt());
    }

    private Map<String, TenantJob> byKind() {
        return kinds.stream().collect(Collectors.toMap(TenantJob::kind, Function.identity()));
    }

    private static boolean may(String permission) {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn != null
                && signedIn.getAuthorities().stream()
                        .anyMatch(a -> ("ROLE_" + permission).equals(a.getAuthority()));
    }

    private static JobLine row(ResultSet row, int number) throws SQLException {
        var started = row.getTimestamp("started_at");
        var ended = row.getTimestamp("ended_at");
        return new JobLine(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("title"),
                row.getString("path"),
                row.getString("username"),
                row.getString("actor_name"),
                JobState.valueOf(row.getString("state")),
                row.getLong("done"),
                row.getLong("total"),
                row.getBoolean("cancel_wanted"),
                row.getTimestamp("submitted_at").toInstant(),
                started == null ? null : started.toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
