package org.kaiyuan.delegation;

import static org.kaiyuan.platform.access.Role.OPERATOR;
import static org.kaiyuan.platform.access.Role.ZONE_ADMIN;
import static org.kaiyuan.platform.access.Role.ZONE_STAFF;

import org.jspecify.annotations.Nullable;
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
                new PermissionGrant(DelegationPermissions.PUBLISH, ZONE_ADMIN),
                new PermissionGrant(DelegationPermissions.SHARE, OPERATOR, ZONE_ADMIN),
                new PermissionGrant(DelegationPermissions.ANSWER, ZONE_ADMIN, ZONE_STAFF));
    }

    @Bean
    static RecordKind powerListKind() {
        return of(ListDrafting.SUBJECT, "list", "delegation/lists/");
    }

    @Bean
    static RecordKind powerMatterKind() {
        return of(MatterKeeping.SUBJECT, "matter", "delegation/matters/");
    }

    @Bean
    static RecordKind sharedMatterKind() {
        return of(SharedMatters.SUBJECT, "sharedMatter", null);
    }

    @Bean
    static RecordKind decisionPaperKind() {
        return of(PaperKeeping.SUBJECT, "paper", null);
    }

    @Bean
    static RecordKind publicShowingKind() {
        return of(PublicShowing.SUBJECT, "showing", null);
    }

    private static RecordKind of(String kind, String name, @Nullable String path) {
        return new RecordKind(
                kind, "delegation.kind." + name, "delegation.act.", "delegation.column.", path);
    }
}
