package org.kaiyuan.delegation.reactions;

import org.kaiyuan.platform.notices.WebhookKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What other systems may choose to be told of lists. */
@Configuration(value = "whatIsToldOfPowerLists", proxyBeanMethods = false)
class WhatIsToldOfLists {
    @Bean
    static WebhookKind powerListPublished() {
        return new WebhookKind(TellWebhooksOfLists.PUBLISHED, "delegation.webhook.published");
    }
}
