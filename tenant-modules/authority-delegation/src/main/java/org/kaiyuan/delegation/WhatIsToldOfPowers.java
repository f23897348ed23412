package org.kaiyuan.delegation;

import org.kaiyuan.platform.notices.NoticeKind;
import org.kaiyuan.platform.notices.WebhookKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people and other systems may choose to be told of taking over, using and asking for powers. */
@Configuration(proxyBeanMethods = false)
class WhatIsToldOfPowers {
    @Bean
    static WebhookKind powerExpiring() {
        return new WebhookKind(PowerTimes.EXPIRING, "delegation.webhook.expiring");
    }

    @Bean
    static NoticeKind powerAssignedNotice() {
        return of("assigned");
    }

    @Bean
    static NoticeKind powerExpiringNotice() {
        return of("expiring");
    }

    @Bean
    static NoticeKind powerExpiredNotice() {
        return of("expired");
    }

    @Bean
    static NoticeKind powerHandoverNotice() {
        return of("handover");
    }

    @Bean
    static NoticeKind powerHandoverOverdueNotice() {
        return of("handoverOverdue");
    }

    @Bean
    static NoticeKind powerEvaluationNotice() {
        return of("evaluation");
    }

    @Bean
    static NoticeKind powerNotReadyNotice() {
        return of("notReady");
    }

    @Bean
    static NoticeKind powerBasisAmendedNotice() {
        return of("basis.AMENDED");
    }

    @Bean
    static NoticeKind powerBasisRepealedNotice() {
        return of("basis.REPEALED");
    }

    @Bean
    static NoticeKind powerRequestedNotice() {
        return of("requested");
    }

    @Bean
    static NoticeKind powerRequestWithdrawnNotice() {
        return of("requestWithdrawn");
    }

    @Bean
    static NoticeKind powerAnsweredAgreedNotice() {
        return of("answered.AGREED");
    }

    @Bean
    static NoticeKind powerAnsweredConditionalNotice() {
        return of("answered.CONDITIONAL");
    }

    @Bean
    static NoticeKind powerAnsweredRefusedNotice() {
        return of("answered.REFUSED");
    }

    @Bean
    static NoticeKind powerAnsweredReturnedNotice() {
        return of("answered.RETURNED");
    }

    private static NoticeKind of(String end) {
        return new NoticeKind("delegation.notice." + end, "delegation.noticeKind." + end);
    }
}
