package org.kaiyuan.services;

import java.util.List;
import org.kaiyuan.platform.audit.RecordKind;
import org.kaiyuan.platform.notices.NoticeKind;
import org.kaiyuan.platform.notices.WebhookKind;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** What people and other systems may choose to be told of cases, and how the audit trail speaks of what surrounds them. */
@Configuration(proxyBeanMethods = false)
@Import(WhatIsToldOfCases.Notices.class)
class WhatIsToldOfCases {
    static final List<String> NOTICES =
            List.of(
                    "submitted",
                    "supplemented",
                    "withdrawn",
                    "deferredHandedIn",
                    "deemed",
                    "extensionAsked",
                    "extensionDeclined",
                    "opinionAsked",
                    "opinionGiven",
                    "handedOver",
                    "handedOverAll",
                    "assigned",
                    "due.SAY_TODAY",
                    "due.SUPPLEMENT_LATE",
                    "due.WARN",
                    "due.OVERDUE",
                    "due.ESCALATE",
                    "due.OPINION_LATE",
                    "due.DEFERRED_LATE",
                    "due.DELIVER_SOON",
                    "due.DELIVER_LATE",
                    "due.PLEDGE_SOON",
                    "due.PLEDGE_LATE",
                    "ratingBad",
                    "ratingLate",
                    "complaint",
                    "complaintLate",
                    "mine.supplementAsked",
                    "mine.accepted",
                    "mine.notAccepted",
                    "mine.stopped",
                    "mine.resumed",
                    "mine.extended",
                    "mine.decided",
                    "mine.answered",
                    "mine.delivered",
                    "mine.supplementLate",
                    "mine.deferredLate",
                    "mine.complaintAnswered");

    /** A bean for each kind of notice. */
    static class Notices implements BeanRegistrar {
        @Override
        public void register(BeanRegistry registry, Environment environment) {
            for (var notice : NOTICES) {
                registry.registerBean(
                        "serviceNotice." + notice,
                        NoticeKind.class,
                        bean ->
                                bean.supplier(context ->
                                        new NoticeKind(
                                                "services.notice." + notice,
                                                "services.noticeKind." + notice)));
            }
        }
    }

    @Bean
    static WebhookKind caseAcceptedWebhook() {
        return new WebhookKind("case.accepted", "services.webhook.accepted");
    }

    @Bean
    static WebhookKind caseDueWebhook() {
        return new WebhookKind("case.due", "services.webhook.due");
    }

    @Bean
    static WebhookKind caseDecidedWebhook() {
        return new WebhookKind("case.decided", "services.webhook.decided");
    }

    @Bean
    static RecordKind serviceAbsenceKind() {
        return of(Absences.SUBJECT, "absence");
    }

    @Bean
    static RecordKind serviceRatingKind() {
        return of(Ratings.SUBJECT, "rating");
    }

    @Bean
    static RecordKind serviceComplaintKind() {
        return of(Complaints.SUBJECT, "complaint");
    }

    @Bean
    static RecordKind serviceSettingKind() {
        return of(PublicRecord.SUBJECT, "setting");
    }

    @Bean
    static RecordKind caseExportKind() {
        return of(CaseExport.SUBJECT, "export");
    }

    private static RecordKind of(String kind, String name) {
        return new RecordKind(
                kind, "services.kind." + name, "services.care.act.", "services.care.column.", null);
    }
}
