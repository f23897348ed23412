package org.kaiyuan.services;

import org.kaiyuan.platform.audit.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the audit trail speaks of drafts, and of what colleagues of an enterprise may do. */
@Configuration(proxyBeanMethods = false)
class DraftHistoryWords {
    @Bean
    static RecordKind serviceDraftKind() {
        return of(CaseDrafting.SUBJECT, "draft");
    }

    @Bean
    static RecordKind colleagueRightKind() {
        return of(ColleagueRights.SUBJECT, "colleague-right");
    }

    private static RecordKind of(String kind, String name) {
        return new RecordKind(
                kind,
                "services.kind." + name,
                "services.draft.act.",
                "services.draft.field.",
                null);
    }
}
