package org.kaiyuan.platform.jobs;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs every {@link PlatformChore}; on several nodes, one of them does. */
@Configuration(proxyBeanMethods = false)
class PlatformChores {
    private static final Logger LOG = LoggerFactory.getLogger(PlatformChores.class);

    @Bean
    RecurringTask<Void> platformChoresTask(List<PlatformChore> chores) {
        return Tasks.recurring("platform-chores", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> chores.forEach(PlatformChores::run));
    }

    private static void run(PlatformChore chore) {
        try {
            chore.run();
        } catch (RuntimeException e) {
            LOG.warn("{} failed", chore.getClass().getSimpleName(), e);
        }
    }
}
