package org.kaiyuan.delegation;

import static org.kaiyuan.platform.access.Role.ZONE_ADMIN;
import static org.kaiyuan.platform.access.Role.ZONE_STAFF;

import org.kaiyuan.platform.access.PermissionGrant;
import org.kaiyuan.platform.access.PermissionGrants;
import org.kaiyuan.platform.audit.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which roles may do what with lists of powers, and how the audit trail speaks of them. */
@Configuration(proxyBeanMethods = false)
class DelegationWhoMayWhat {
    @Bean
    static PermissionGrants delegationGrants() {
        return new PermissionGrants(
                new PermissionGrant(DelegationPermissions.READ, ZONE_ADMIN, ZONE_STAFF),
                new PermissionGrant(DelegationPermissions.WRITE, ZONE_ADMIN, ZONE_STAFF),
                new PermissionGrant(DelegationPermissions.PUBLISH, ZONE_ADMIN));
    }

    @Bean
    static RecordKind powerListKind() {
        return new RecordKind(
                ListDrafting.SUBJECT,
                "delegation.kind.list",
                "delegation.act.",
                "delegation.column.",
                null);
    }
}
