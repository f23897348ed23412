package org.kaiyuan.enterprises;

import static org.kaiyuan.platform.access.Role.ZONE_ADMIN;
import static org.kaiyuan.platform.access.Role.ZONE_STAFF;

import org.kaiyuan.platform.access.PermissionGrant;
import org.kaiyuan.platform.access.PermissionGrants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which roles may do what with the directory. */
@Configuration(proxyBeanMethods = false)
class WhoMayWhat {

    @Bean
    static PermissionGrants enterpriseGrants() {
        return new PermissionGrants(
                new PermissionGrant(EnterprisePermissions.READ, ZONE_ADMIN, ZONE_STAFF),
                new PermissionGrant(EnterprisePermissions.WRITE, ZONE_ADMIN, ZONE_STAFF),
                new PermissionGrant(EnterprisePermissions.IMPORT, ZONE_ADMIN, ZONE_STAFF),
                new PermissionGrant(EnterprisePermissions.EXPORT, ZONE_ADMIN, ZONE_STAFF),
                new PermissionGrant(EnterprisePermissions.UNMASK, ZONE_ADMIN),
                new PermissionGrant(EnterprisePermissions.MERGE, ZONE_ADMIN));
    }
}
