package org.kaiyuan.portal;

import static org.kaiyuan.platform.access.Role.ENTERPRISE;
import static org.kaiyuan.platform.access.Role.ZONE_ADMIN;
import static org.kaiyuan.platform.access.Role.ZONE_STAFF;

import org.kaiyuan.platform.access.PermissionGrant;
import org.kaiyuan.platform.access.PermissionGrants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What one may be allowed to do with the portal. */
@Configuration(proxyBeanMethods = false)
public class PortalPermissions {
    /** Using the portal for the enterprises that one stands for; of enterprise people alone. */
    public static final String ENTER = "portal:enter";

    /** Deciding who stands for which enterprise, by the park's staff. */
    public static final String CONFIRM = "portal:confirm";

    PortalPermissions() {}

    @Bean
    static PermissionGrants portalGrants() {
        return new PermissionGrants(
                PermissionGrant.reserved(ENTER, ENTERPRISE),
                new PermissionGrant(CONFIRM, ZONE_ADMIN, ZONE_STAFF));
    }
}
