package org.kaiyuan.platform.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Instant;
import java.util.UUID;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The one place where background work is submitted. */
@Service
public class Jobs {
    private final ObjectProvider<SchedulerClient> scheduler;

    Jobs(ObjectProvider<SchedulerClient> scheduler) {
        this.scheduler = scheduler;
    }

    /** To be run soon after the open transaction commits; never if it rolls back; once per job id. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void submit(String kind, TenantId tenant, UUID jobId) {
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
                .ifPresent(e -> scheduler.getObject().cancel(id));
    }
}
