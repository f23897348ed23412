package org.kaiyuan.plots;

import static org.kaiyuan.platform.access.Role.ZONE_ADMIN;
import static org.kaiyuan.platform.access.Role.ZONE_STAFF;

import org.kaiyuan.platform.access.DataScope;
import org.kaiyuan.platform.access.ModuleRole;
import org.kaiyuan.platform.access.PermissionGrant;
import org.kaiyuan.platform.access.PermissionGrants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which roles may do what with land. */
@Configuration(proxyBeanMethods = false)
class PlotWhoMayWhat {

    @Bean
    static PermissionGrants plotGrants() {
        return new PermissionGrants(
                new PermissionGrant(PlotPermissions.READ, ZONE_ADMIN, ZONE_STAFF),
                new PermissionGrant(PlotPermissions.WRITE, ZONE_ADMIN, ZONE_STAFF),
                new PermissionGrant(PlotPermissions.IMPORT, ZONE_ADMIN),
                new PermissionGrant(PlotPermissions.EXPORT, ZONE_ADMIN, ZONE_STAFF),
                new PermissionGrant(PlotPermissions.SUPPLY, ZONE_ADMIN),
                new PermissionGrant(PlotPermissions.RESERVE, ZONE_ADMIN, ZONE_STAFF),
                new PermissionGrant(PlotPermissions.LAYERS, ZONE_ADMIN),
                new PermissionGrant(PlotPermissions.FLOORS_READ, ZONE_ADMIN, ZONE_STAFF),
                new PermissionGrant(PlotPermissions.FLOORS_WRITE, ZONE_ADMIN, ZONE_STAFF),
                new PermissionGrant(PlotPermissions.LEASES, ZONE_ADMIN));
    }

    /** Keeps the land inventory (国土规划岗). */
    @Bean
    static ModuleRole landKeeper() {
        return new ModuleRole(
                "plots.keeper",
                DataScope.ZONE,
                PlotPermissions.READ,
                PlotPermissions.WRITE,
                PlotPermissions.IMPORT,
                PlotPermissions.EXPORT,
                PlotPermissions.SUPPLY,
                PlotPermissions.RESERVE,
                PlotPermissions.LAYERS);
    }

    /** Manages buildings, floors and leases (载体运营岗), and no land. */
    @Bean
    static ModuleRole floorManager() {
        return new ModuleRole(
                "plots.floors",
                DataScope.ZONE,
                PlotPermissions.FLOORS_READ,
                PlotPermissions.FLOORS_WRITE,
                PlotPermissions.LEASES);
    }
}
