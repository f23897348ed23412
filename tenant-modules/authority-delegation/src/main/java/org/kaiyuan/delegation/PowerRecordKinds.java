package org.kaiyuan.delegation;

import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the audit trail speaks of taking over, using, evaluating and asking for powers. */
@Configuration(proxyBeanMethods = false)
class PowerRecordKinds {
    @Bean
    static RecordKind powerReadinessKind() {
        return of(ReadinessKeeping.SUBJECT, "readiness", null);
    }

    @Bean
    static RecordKind powerDecisionKind() {
        return of(PowerUse.SUBJECT, "decision", null);
    }

    @Bean
    static RecordKind powerUseRulesKind() {
        return of(PowerUseRulesKeeping.SUBJECT, "useRules", null);
    }

    @Bean
    static RecordKind powerEvaluationKind() {
        return of(PowerEvaluating.SUBJECT, "evaluation", null);
    }

    @Bean
    static RecordKind powerEvaluationReportKind() {
        return of(PowerEvaluating.REPORT, "evaluationReport", null);
    }

    @Bean
    static RecordKind powerRequestKind() {
        return of(PowerRequesting.SUBJECT, "request", "delegation/requests/");
    }

    @Bean
    static RecordKind powerAnswerKind() {
        return of(PowerAnswering.SUBJECT, "answer", null);
    }

    private static RecordKind of(String kind, String name, @Nullable String path) {
        return new RecordKind(
                kind,
                "delegation.kind." + name,
                "delegation.use.act.",
                "delegation.use.column.",
                path);
    }
}
