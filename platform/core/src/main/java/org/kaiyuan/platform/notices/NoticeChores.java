package org.kaiyuan.platform.notices;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.kaiyuan.platform.audit.RecordKind;
import org.kaiyuan.platform.jobs.ZoneChore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What this room declares, and what it forgets. */
@Configuration(proxyBeanMethods = false)
class NoticeChores {
    private static final Duration NOTICES = Duration.ofDays(366);
    private static final Duration DELIVERIES = Duration.ofDays(30);

    @Bean
    static RecordKind webhookRecords() {
        return new RecordKind(
                Webhooks.SUBJECT,
                "notices.kind.webhook",
                "notices.act.",
                "notices.field.",
                "webhooks/");
    }

    @Bean
    static NoticeKind webhookDisabledNotice() {
        return new NoticeKind("notices.webhookDisabled", "notices.webhookDisabled.title");
    }

    @Bean
    ZoneChore forgetOldNotices(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
        var transaction = new TransactionTemplate(transactions);
        return () ->
                transaction.executeWithoutResult(open -> {
                    var now = clock.instant();
                    jdbc.update(
                            "delete from notices.notice where at < ?",
                            Timestamp.from(now.minus(NOTICES)));
                    jdbc.update(
                            "delete from notices.letter where created_at < ? and state <> 'WAITING'",
                            Timestamp.from(now.minus(DELIVERIES)));
                    jdbc.update(
                            "delete from notices.delivery where created_at < ?",
                            Timestamp.from(now.minus(DELIVERIES)));
                });
    }
}
