package org.kaiyuan.platform.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.kaiyuan.platform.jobs.ZoneChore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is done for the chains without anybody asking: sealing, checking, forgetting what is old enough. */
@Configuration(proxyBeanMethods = false)
class AuditCare {
    private static final Logger LOG = LoggerFactory.getLogger(AuditCare.class);

    /** Every link of the last hour in any zone, and some more. */
    private static final long NEWEST = 1_000;

    @Bean
    static RecordKind chainKind() {
        return new RecordKind(
                AuditVerification.KIND, "audit.kind.chain", "audit.act.", "audit.field.", null);
    }

    @Bean
    RecurringTask<Void> auditSealTask(Sealing sealing) {
        return Tasks.recurring("audit-seal", FixedDelay.of(Duration.ofSeconds(5)))
                .execute((instance, context) -> sealing.sealAll());
    }

    @Bean
    RecurringTask<Void> auditPlatformTask(
            AuditRetention retention,
            Verifying verifying,
            ChangeHistory history,
            PlatformTransactionManager transactions) {
        return Tasks.recurring("audit-platform", FixedDelay.ofHours(1))
                .execute((instance, context) ->
                        look(Chains.PLATFORM, retention, verifying, history, transactions));
    }

    @Bean
    ZoneChore auditChore(
            AuditRetention retention,
            Verifying verifying,
            ChangeHistory history,
            PlatformTransactionManager transactions) {
        return () -> look(Chains.own(), retention, verifying, history, transactions);
    }

    @Bean
    AuditRetention auditRetention(
            Environment environment,
            org.springframework.jdbc.core.JdbcTemplate jdbc,
            Chains chains,
            org.kaiyuan.platform.persistence.InstallationKey key,
            ChangeHistory history,
            java.time.Clock clock) {
        return new AuditRetention(
                environment.getProperty("kaiyuan.audit.keep-months", Integer.class, 36),
                jdbc,
                chains,
                key,
                history,
                clock);
    }

    private static void look(
            long zone,
            AuditRetention retention,
            Verifying verifying,
            ChangeHistory history,
            PlatformTransactionManager transactions) {
        var found = verifying.verify(zone, NEWEST, null);
        if (found.sound()) {
            retention.forget(zone); // a broken chain is kept as it is, for whoever looks into it
            return;
        }
        LOG.error(
                "The audit chain of zone {} is broken: {} at link {}; see docs/guide/audit.md",
                zone,
                found.fault(),
                found.faultyLink());
        new TransactionTemplate(transactions)
                .executeWithoutResult(open ->
                        history.record(
                                AuditVerification.KIND,
                                AuditVerification.THE_CHAIN,
                                AuditVerification.act(found),
                                AuditVerification.told(found)));
    }
}
