package org.kaiyuan.enterprises.reactions;

import org.kaiyuan.platform.notices.NoticeKind;
import org.kaiyuan.platform.notices.WebhookKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people and other systems may choose to be told of the directory. */
@Configuration(proxyBeanMethods = false)
class WhatIsTold {
    @Bean
    static WebhookKind enterpriseChanged() {
        return new WebhookKind(TellWebhooksWhatHappened.CHANGED, "enterprises.webhook.changed");
    }

    @Bean
    static WebhookKind enterpriseRemoved() {
        return new WebhookKind(TellWebhooksWhatHappened.REMOVED, "enterprises.webhook.removed");
    }

    @Bean
    static WebhookKind enterprisesImported() {
        return new WebhookKind(TellWebhooksWhatHappened.IMPORTED, "enterprises.webhook.imported");
    }

    @Bean
    static NoticeKind importCompleted() {
        return of("completed");
    }

    @Bean
    static NoticeKind importChecked() {
        return of("checked");
    }

    @Bean
    static NoticeKind importFailed() {
        return of("failed");
    }

    @Bean
    static NoticeKind importUndone() {
        return of("undone");
    }

    @Bean
    static NoticeKind importNotUndone() {
        return of("notUndone");
    }

    private static NoticeKind of(String end) {
        return new NoticeKind(
                "enterprises.import.notice." + end, "enterprises.import.noticeKind." + end);
    }
}
