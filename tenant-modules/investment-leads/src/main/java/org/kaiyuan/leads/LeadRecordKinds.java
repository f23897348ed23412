package org.kaiyuan.leads;

import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.domain.Lead;
import org.kaiyuan.platform.audit.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the audit trail speaks of leads. */
@Configuration(proxyBeanMethods = false)
class LeadRecordKinds {
    @Bean
    static RecordKind leadKind() {
        return of(Lead.SUBJECT, "lead", "leads/");
    }

    @Bean
    static RecordKind leadRulesKind() {
        return of("leads.rules", "rules", null);
    }

    @Bean
    static RecordKind leadScoreTableKind() {
        return of("leads.scoreTable", "scoreTable", null);
    }

    @Bean
    static RecordKind leadExportKind() {
        return of("leads.export", "export", null);
    }

    private static RecordKind of(String kind, String name, @Nullable String path) {
        return new RecordKind(kind, "leads.kind." + name, "leads.act.", "leads.column.", path);
    }
}
