package org.kaiyuan.services;

import static org.kaiyuan.platform.access.Role.ZONE_ADMIN;
import static org.kaiyuan.platform.access.Role.ZONE_STAFF;

import org.kaiyuan.platform.access.PermissionGrant;
import org.kaiyuan.platform.access.PermissionGrants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which roles may do what with services and cases. */
@Configuration(proxyBeanMethods = false)
class ServicesWhoMayWhat {
    @Bean
    static PermissionGrants servicesGrants() {
        return new PermissionGrants(
                new PermissionGrant(ServicesPermissions.READ, ZONE_ADMIN, ZONE_STAFF),
                new PermissionGrant(ServicesPermissions.HANDLE, ZONE_ADMIN, ZONE_STAFF),
                new PermissionGrant(ServicesPermissions.DECIDE, ZONE_ADMIN, ZONE_STAFF),
                new PermissionGrant(ServicesPermissions.EDIT, ZONE_ADMIN),
                new PermissionGrant(ServicesPermissions.SUPERVISE, ZONE_ADMIN));
    }
}
