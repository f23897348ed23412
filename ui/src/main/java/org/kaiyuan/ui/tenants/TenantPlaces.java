package org.kaiyuan.ui.tenants;

import org.kaiyuan.platform.access.AccessPermissions;
import org.kaiyuan.platform.tenants.TenantsPermissions;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.shell.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What tenants put into the side navigation; the list of zones stands there by itself. */
@Configuration(proxyBeanMethods = false)
class TenantPlaces {
    @Bean
    Place supervisedPage() {
        return new Place(
                Place.Group.ADMINISTRATION,
                "ui.supervised",
                Glyph.Of.GLOBE,
                SupervisedView.class,
                AccessPermissions.SUPERVISE);
    }

    @Bean
    Place ownZonePage() {
        return new Place(
                Place.Group.ADMINISTRATION,
                "ui.ownZone",
                Glyph.Of.GLOBE,
                OwnZoneView.class,
                TenantsPermissions.EXPORT);
    }

    @Bean
    Place applicationsPage() {
        return new Place(
                Place.Group.ADMINISTRATION,
                "ui.applications",
                Glyph.Of.FILE,
                ApplicationsView.class,
                TenantsPermissions.OPERATE);
    }
}
