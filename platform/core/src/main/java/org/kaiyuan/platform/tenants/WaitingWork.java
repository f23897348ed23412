package org.kaiyuan.platform.tenants;

import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantHolding;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What waits to be done in the tenant's name: events that were not heard yet, jobs that have not begun. */
@Component
class WaitingWork implements TenantHolding {
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    WaitingWork(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "waiting-work";
    }

    @Override
    public long remove() {
        long zone = CurrentTenant.get().value();
        Integer removed =
                transaction.execute(open ->
                        jdbc.update(
                                        "delete from events.event_publication where serialized_event ~ ?",
                                        "\"tenantId\":(\\{\"value\":)?%d[,}]".formatted(zone))
                                + jdbc.update(
                                        """
                                        delete from jobs.scheduled_tasks where not picked and task_name = 'tenant-job'
                                          and convert_from(task_data, 'UTF8') ~ ?\
                                        """,
                                        "\"tenant\":%d[,}]".formatted(zone)));
        return removed == null ? 0 : removed;
    }
}
