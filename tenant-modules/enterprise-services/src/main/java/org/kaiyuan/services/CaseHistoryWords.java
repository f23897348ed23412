package org.kaiyuan.services;

import org.kaiyuan.platform.audit.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the audit trail speaks of cases. */
@Configuration(proxyBeanMethods = false)
class CaseHistoryWords {
    @Bean
    static RecordKind serviceCaseHistoryKind() {
        return new RecordKind(
                CaseStore.SUBJECT,
                "services.kind.case",
                "services.case.act.",
                "services.case.field.",
                "services/cases/");
    }
}
