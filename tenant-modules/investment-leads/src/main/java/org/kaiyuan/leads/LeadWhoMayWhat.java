package org.kaiyuan.leads;

import static org.kaiyuan.platform.access.Role.ZONE_ADMIN;
import static org.kaiyuan.platform.access.Role.ZONE_STAFF;

import org.kaiyuan.platform.access.DataScope;
import org.kaiyuan.platform.access.ModuleRole;
import org.kaiyuan.platform.access.PermissionGrant;
import org.kaiyuan.platform.access.PermissionGrants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which roles may do what with leads. */
@Configuration(proxyBeanMethods = false)
class LeadWhoMayWhat {

    @Bean
    static PermissionGrants leadGrants() {
        return new PermissionGrants(
                new PermissionGrant(LeadPermissions.READ, ZONE_ADMIN, ZONE_STAFF),
                new PermissionGrant(LeadPermissions.WRITE, ZONE_ADMIN, ZONE_STAFF),
                new PermissionGrant(LeadPermissions.ASSIGN, ZONE_ADMIN),
                new PermissionGrant(LeadPermissions.REVIEW, ZONE_ADMIN),
                new PermissionGrant(LeadPermissions.OVERRIDE, ZONE_ADMIN),
                new PermissionGrant(LeadPermissions.IMPORT, ZONE_ADMIN, ZONE_STAFF),
                new PermissionGrant(LeadPermissions.EXPORT, ZONE_ADMIN, ZONE_STAFF),
                new PermissionGrant(LeadPermissions.UNMASK, ZONE_ADMIN),
                new PermissionGrant(LeadPermissions.MERGE, ZONE_ADMIN),
                new PermissionGrant(LeadPermissions.CONFIGURE, ZONE_ADMIN),
                new PermissionGrant(LeadPermissions.FIGURES, ZONE_ADMIN, ZONE_STAFF),
                new PermissionGrant(LeadPermissions.COORDINATE, ZONE_ADMIN));
    }

    /** The head of the investment bureau (招商局长). */
    @Bean
    static ModuleRole leadHead() {
        return new ModuleRole(
                "leads.head",
                DataScope.ZONE,
                LeadPermissions.READ,
                LeadPermissions.WRITE,
                LeadPermissions.ASSIGN,
                LeadPermissions.REVIEW,
                LeadPermissions.OVERRIDE,
                LeadPermissions.IMPORT,
                LeadPermissions.EXPORT,
                LeadPermissions.UNMASK,
                LeadPermissions.MERGE,
                LeadPermissions.CONFIGURE,
                LeadPermissions.FIGURES,
                LeadPermissions.COORDINATE);
    }

    /** Looks after leads of their own and of their team (招商专员). */
    @Bean
    static ModuleRole leadAgent() {
        return new ModuleRole(
                "leads.agent", DataScope.TEAM, LeadPermissions.READ, LeadPermissions.WRITE);
    }
}
