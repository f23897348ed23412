package org.kaiyuan.platform.access;

import org.kaiyuan.platform.audit.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the audit trail tells of people and of what they may do, in words. */
@Configuration(proxyBeanMethods = false)
class AccessRecordKinds {
    @Bean
    static RecordKind accountKind() {
        return kind(AccessRecords.ACCOUNT, "account");
    }

    @Bean
    static RecordKind clientKind() {
        return kind(AccessRecords.CLIENT, "client");
    }

    @Bean
    static RecordKind membershipKind() {
        return kind(PeopleCare.SUBJECT, "membership");
    }

    @Bean
    static RecordKind invitationKind() {
        return kind(Invitations.SUBJECT, "invitation");
    }

    @Bean
    static RecordKind roleKind() {
        return kind(RoleKeeping.SUBJECT, "role");
    }

    @Bean
    static RecordKind relationKind() {
        return kind(Relations.SUBJECT, "relation");
    }

    @Bean
    static RecordKind signInRuleKind() {
        return kind(SignInRules.SUBJECT, "signInRule");
    }

    @Bean
    static RecordKind identityProviderKind() {
        return kind(SingleSignOn.SUBJECT, "identityProvider");
    }

    private static RecordKind kind(String kind, String word) {
        return new RecordKind(kind, "access.kind." + word, "access.act.", "access.field.", null);
    }
}
