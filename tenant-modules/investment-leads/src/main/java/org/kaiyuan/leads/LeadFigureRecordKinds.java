package org.kaiyuan.leads;

import org.kaiyuan.platform.audit.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the audit trail speaks of fairs and targets. */
@Configuration(proxyBeanMethods = false)
class LeadFigureRecordKinds {
    @Bean
    static RecordKind leadFairKind() {
        return new RecordKind(
                LeadFairs.SUBJECT, "leads.kind.fair", "leads.act.", "leads.fairColumn.", null);
    }

    @Bean
    static RecordKind leadTargetKind() {
        return new RecordKind(
                LeadTargets.SUBJECT, "leads.kind.target", "leads.act.", "leads.column.", null);
    }
}
