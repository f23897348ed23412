package org.kaiyuan.platform.jobs;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.util.List;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.kaiyuan.platform.tenancy.TenantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs every {@link ZoneChore} in every zone; on several nodes, one of them does. */
@Configuration(proxyBeanMethods = false)
class ZoneChores {
    private static final Logger LOG = LoggerFactory.getLogger(ZoneChores.class);
    private static final int PAGE = 500;

    @Bean
    RecurringTask<Void> zoneChoresTask(List<ZoneChore> chores, TenantDirectory tenants) {
        return Tasks.recurring("zone-chores", FixedDelay.ofHours(1))
                .execute((instance, context) -> everywhere(chores, tenants));
    }

    private static void everywhere(List<ZoneChore> chores, TenantDirectory tenants) {
        var page = tenants.list(null, PAGE);
        while (!page.isEmpty()) {
            for (var tenant : page) {
                if (tenants.isKept(tenant.id())) { // the page may be old by now
                    chores.forEach(chore -> run(chore, tenant.id()));
                }
            }
            page = tenants.list(page.getLast().id(), PAGE);
        }
    }

    private static void run(ZoneChore chore, TenantId zone) {
        try {
            SystemActing.inTenant(
                    zone,
                    () -> {
                        chore.run();
                        return true;
                    });
        } catch (RuntimeException e) {
            LOG.warn("{} failed in zone {}", chore.getClass().getSimpleName(), zone, e);
        }
    }
}
