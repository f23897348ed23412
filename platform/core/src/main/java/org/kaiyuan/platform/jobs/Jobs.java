package org.kaiyuan.platform.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.kaiyuan.platform.tenancy.ActsInTenant;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The one place where background work is submitted. */
@Service
public class Jobs {
    private final ObjectProvider<SchedulerClient> scheduler;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Jobs(ObjectProvider<SchedulerClient> scheduler, JdbcTemplate jdbc, Clock clock) {
        this.scheduler = scheduler;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** To be run soon after the open transaction commits; never if it rolls back; once per job id. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void submit(String kind, TenantId tenant, UUID jobId) {
        jdbc.update(
                """
                insert into jobs.job (tenant_id, id, kind, username, actor_name, state, submitted_at)
                values (?, ?, ?, ?, ?, 'QUEUED', ?) on conflict do nothing\
                """,
                tenant.value(),
                jobId,
                kind,
                actor(),
                actorName(),
                Timestamp.from(clock.instant()));
        var instance =
                TenantJobs.TASK
                        .instance(jobId.toString())
                        .data(new TenantJobs.Order(kind, tenant.value(), jobId.toString()));
        scheduler.getObject().scheduleIfNotExists(instance.scheduledTo(Instant.now()));
    }

    /** Takes back a job that has not begun; harmless for one that runs or has ended. */
    @Transactional
    public void withdraw(UUID jobId) {
        var id = TaskInstanceId.of(TenantJobs.TASK.getTaskName(), jobId.toString());
        scheduler
                .getObject()
                .getScheduledExecution(id)
                .filter(e -> !e.isPicked())
                .ifPresent(e -> {
                    scheduler.getObject().cancel(id);
                    jdbc.update(
                            "update jobs.job set state = 'CANCELLED', ended_at = ? where id = ? and state = 'QUEUED'",
                            Timestamp.from(clock.instant()),
                            jobId);
                });
    }

    static String actor() {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn == null ? SystemActing.USERNAME : signedIn.getName();
    }

    private static String actorName() {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        var name =
                signedIn != null && signedIn.getPrincipal() instanceof ActsInTenant someone
                        ? someone.displayName()
                        : null;
        return name == null ? actor() : name;
    }
}
