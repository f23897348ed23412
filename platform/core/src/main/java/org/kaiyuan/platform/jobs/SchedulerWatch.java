package org.kaiyuan.platform.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the scheduler does, for who runs the platform. */
@Service
@Transactional(readOnly = true)
public class SchedulerWatch {
    private static final int MOST = 100;
    private final JdbcTemplate jdbc;

    SchedulerWatch(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @PreAuthorize("hasRole('" + JobsPermissions.OPERATE + "')")
    public SchedulerHealth health() {
        var nodes =
                jdbc.query(
                        "select distinct picked_by from jobs.scheduled_tasks where picked order by picked_by limit ?",
                        (row, number) -> row.getString(1),
                        MOST);
        var recurring =
                jdbc.query(
                        """
                        select task_name, execution_time, last_success, last_failure, coalesce(consecutive_failures, 0) as failures
                        from jobs.scheduled_tasks where task_instance = 'recurring' order by task_name limit ?\
                        """,
                        (row, number) ->
                                new SchedulerHealth.Recurring(
                                        row.getString(1),
                                        row.getTimestamp(2).toInstant(),
                                        moment(row, 3),
                                        moment(row, 4),
                                        row.getInt(5)),
                        MOST);
        return Objects.requireNonNull(
                jdbc.queryForObject(
                        """
                        select count(*) filter (where not picked and execution_time > now()),
                               count(*) filter (where not picked and execution_time <= now()),
                               count(*) filter (where picked),
                               count(*) filter (where consecutive_failures > 0),
                               min(execution_time) filter (where not picked and execution_time <= now())
                        from jobs.scheduled_tasks\
                        """,
                        (row, number) -> health(row, nodes, recurring)));
    }

    private static SchedulerHealth health(
            ResultSet row, List<String> nodes, List<SchedulerHealth.Recurring> recurring)
            throws SQLException {
        return new SchedulerHealth(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                moment(row, 5),
                nodes,
                recurring);
    }

    private static @Nullable Instant moment(ResultSet row, int column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
