package org.kaiyuan.plots;

import org.kaiyuan.platform.audit.RecordKind;
import org.kaiyuan.platform.notices.NoticeKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What supplies tell people, and how the audit trail speaks of their rules. */
@Configuration(proxyBeanMethods = false)
class SupplyDeclarations {
    @Bean
    static RecordKind supplyRulesKind() {
        return new RecordKind(
                SupplyRulesKeeping.SUBJECT,
                "plots.kind.supplyRules",
                "plots.act.",
                "plots.column.",
                null);
    }

    @Bean
    static NoticeKind plotIdleNotice() {
        return new NoticeKind("plots.notice.idle", "plots.noticeKind.idle");
    }

    @Bean
    static NoticeKind supplyPaymentDue() {
        return due(SupplyDueKind.PAYMENT);
    }

    @Bean
    static NoticeKind supplyStartDue() {
        return due(SupplyDueKind.START);
    }

    @Bean
    static NoticeKind supplyFinishDue() {
        return due(SupplyDueKind.FINISH);
    }

    @Bean
    static NoticeKind supplyProductionDue() {
        return due(SupplyDueKind.PRODUCTION);
    }

    @Bean
    static NoticeKind supplyLeaseEnd() {
        return due(SupplyDueKind.LEASE_END);
    }

    private static NoticeKind due(SupplyDueKind kind) {
        return new NoticeKind("plots.notice.due." + kind, "plots.noticeKind.due." + kind);
    }
}
