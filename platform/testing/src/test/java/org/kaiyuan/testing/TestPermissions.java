package org.kaiyuan.testing;

import org.kaiyuan.platform.access.PermissionGrant;
import org.kaiyuan.platform.access.PermissionGrants;
import org.kaiyuan.platform.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A permission that a zone may give, for tests of rooms below the modules. */
@Configuration(proxyBeanMethods = false)
class TestPermissions {

    @Bean
    static PermissionGrants testGrants() {
        return new PermissionGrants(
                new PermissionGrant("test:read", Role.ZONE_ADMIN, Role.ZONE_STAFF));
    }
}
