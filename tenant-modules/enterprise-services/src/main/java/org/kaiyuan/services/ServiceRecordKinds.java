package org.kaiyuan.services;

import org.kaiyuan.platform.audit.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the audit trail speaks of services. */
@Configuration(proxyBeanMethods = false)
class ServiceRecordKinds {
    @Bean
    static RecordKind serviceOfCatalogueKind() {
        return new RecordKind(
                ServiceKeeping.SUBJECT,
                "services.kind.service",
                "services.catalogue.act.",
                "services.catalogue.column.",
                "services/catalogue/");
    }
}
