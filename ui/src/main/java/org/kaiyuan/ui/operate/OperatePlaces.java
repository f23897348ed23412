package org.kaiyuan.ui.operate;

import org.kaiyuan.platform.access.PermissionGrant;
import org.kaiyuan.platform.access.PermissionGrants;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.search.SearchPermissions;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.shell.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What running the platform puts into the side navigation, and who sees it. */
@Configuration(proxyBeanMethods = false)
class OperatePlaces {
    @Bean
    static PermissionGrants rebuildGrants() {
        return new PermissionGrants(new PermissionGrant(SearchPermissions.REBUILD, Role.OPERATOR));
    }

    @Bean
    Place searchRebuild() {
        return new Place(
                Place.Group.ADMINISTRATION,
                "ui.rebuild",
                Glyph.Of.REBUILD,
                SearchRebuildView.class,
                SearchPermissions.REBUILD);
    }
}
