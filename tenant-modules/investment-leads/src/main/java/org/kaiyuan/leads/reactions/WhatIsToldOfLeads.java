package org.kaiyuan.leads.reactions;

import org.kaiyuan.platform.notices.NoticeKind;
import org.kaiyuan.platform.notices.WebhookKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people and other systems may choose to be told of leads. */
@Configuration(value = "whatIsToldOfLeads", proxyBeanMethods = false)
class WhatIsTold {
    @Bean
    static WebhookKind leadCreated() {
        return new WebhookKind(TellWebhooksWhatHappened.CREATED, "leads.webhook.created");
    }

    @Bean
    static WebhookKind leadMoved() {
        return new WebhookKind(TellWebhooksWhatHappened.MOVED, "leads.webhook.moved");
    }

    @Bean
    static WebhookKind leadSigned() {
        return new WebhookKind(TellWebhooksWhatHappened.SIGNED, "leads.webhook.signed");
    }

    @Bean
    static NoticeKind leadAssigned() {
        return of("assigned");
    }

    @Bean
    static NoticeKind leadTeam() {
        return of("team");
    }

    @Bean
    static NoticeKind leadReview() {
        return of("review");
    }

    @Bean
    static NoticeKind leadReviewPassed() {
        return new NoticeKind("leads.notice.reviewed.PASSED", "leads.noticeKind.reviewPassed");
    }

    @Bean
    static NoticeKind leadReviewFailed() {
        return new NoticeKind("leads.notice.reviewed.FAILED", "leads.noticeKind.reviewFailed");
    }

    @Bean
    static NoticeKind leadReviewWithdrawn() {
        return new NoticeKind(
                "leads.notice.reviewed.WITHDRAWN", "leads.noticeKind.reviewWithdrawn");
    }

    @Bean
    static NoticeKind leadDue() {
        return of("due");
    }

    @Bean
    static NoticeKind leadOverdue() {
        return of("overdue");
    }

    @Bean
    static NoticeKind leadSilent() {
        return of("silent");
    }

    @Bean
    static NoticeKind leadMatchNotice() {
        return of("match");
    }

    @Bean
    static NoticeKind leadCoordinationNotice() {
        return of("coordination");
    }

    private static NoticeKind of(String end) {
        return new NoticeKind("leads.notice." + end, "leads.noticeKind." + end);
    }
}
