package org.kaiyuan.platform.access;

import org.kaiyuan.platform.audit.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What one may be allowed to do with accounts and API clients. */
@Configuration(proxyBeanMethods = false)
public class AccessPermissions {
    /** Registering people and API clients. */
    public static final String REGISTER = "access:register";

    AccessPermissions() {}

    @Bean
    static RecordKind accountKind() {
        return new RecordKind(
                AccessRecords.ACCOUNT, "access.kind.account", "access.act.", "access.field.", null);
    }

    @Bean
    static RecordKind clientKind() {
        return new RecordKind(
                AccessRecords.CLIENT, "access.kind.client", "access.act.", "access.field.", null);
    }

    @Bean
    static PermissionGrants accessGrants() {
        return new PermissionGrants(new PermissionGrant(REGISTER, Role.OPERATOR));
    }
}
