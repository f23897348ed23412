package org.kaiyuan.enterprises;

import org.kaiyuan.enterprises.domain.Enterprise;
import org.kaiyuan.platform.audit.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the audit trail speaks of the directory. */
@Configuration(proxyBeanMethods = false)
class EnterpriseRecordKinds {
    @Bean
    static RecordKind enterpriseKind() {
        return new RecordKind(
                Enterprise.SUBJECT,
                "enterprises.kind.enterprise",
                "enterprises.act.",
                "enterprises.column.",
                "enterprises/");
    }

    @Bean
    static RecordKind enterpriseExportKind() {
        return new RecordKind(
                "enterprises.export",
                "enterprises.kind.export",
                "enterprises.act.",
                "enterprises.column.",
                null);
    }
}
