package org.kaiyuan.platform.access;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets, once an hour and on one node, the sessions and failures that nobody will ask for again. */
@Configuration(proxyBeanMethods = false)
class OldSignIns {

    @Bean
    RecurringTask<Void> oldSignInsTask(
            FailedSignIns failures, JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        return Tasks.recurring("old-sign-ins", FixedDelay.ofHours(1))
                .execute((instance, context) -> {
                    failures.sweep();
                    new TransactionTemplate(transactions)
                            .executeWithoutResult(open -> sweepSessions(jdbc));
                });
    }

    /** Those that nobody has used for 90 days: the policy shows no others. */
    static int sweepSessions(JdbcTemplate jdbc) {
        jdbc.execute("SET LOCAL app.sweep = 'sessions'");
        return jdbc.update("delete from access.session");
    }
}
