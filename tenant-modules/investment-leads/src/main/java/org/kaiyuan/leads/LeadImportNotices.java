package org.kaiyuan.leads;

import org.kaiyuan.platform.notices.NoticeKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people are told of imports of leads, and may mute. */
@Configuration(proxyBeanMethods = false)
class LeadImportNotices {
    @Bean
    static NoticeKind leadImportCompleted() {
        return of("completed");
    }

    @Bean
    static NoticeKind leadImportChecked() {
        return of("checked");
    }

    @Bean
    static NoticeKind leadImportFailed() {
        return of("failed");
    }

    @Bean
    static NoticeKind leadImportUndone() {
        return of("undone");
    }

    @Bean
    static NoticeKind leadImportNotUndone() {
        return of("notUndone");
    }

    private static NoticeKind of(String what) {
        return new NoticeKind("leads.import.notice." + what, "leads.import.noticeKind." + what);
    }
}
