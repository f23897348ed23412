package org.kaiyuan.portal;

import org.kaiyuan.platform.audit.RecordKind;
import org.kaiyuan.platform.notices.NoticeKind;
import org.kaiyuan.portal.domain.Representative;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the audit trail and the choice of notices speak of the portal. */
@Configuration(proxyBeanMethods = false)
class PortalRecordKinds {
    @Bean
    static RecordKind representativeKind() {
        return kind(Representative.SUBJECT, "representative");
    }

    @Bean
    static RecordKind confirmationCodeKind() {
        return kind(CodeBook.SUBJECT, "confirmation-code");
    }

    @Bean
    static NoticeKind representativeRequested() {
        return told("requested");
    }

    @Bean
    static NoticeKind representativeConfirmed() {
        return told("confirmed");
    }

    @Bean
    static NoticeKind representativeDeclined() {
        return told("declined");
    }

    @Bean
    static NoticeKind representativeEnded() {
        return told("ended");
    }

    private static RecordKind kind(String kind, String word) {
        return new RecordKind(kind, "portal.kind." + word, "portal.act.", "portal.field.", null);
    }

    private static NoticeKind told(String what) {
        return new NoticeKind("portal.notice." + what, "portal.noticeKind." + what);
    }
}
