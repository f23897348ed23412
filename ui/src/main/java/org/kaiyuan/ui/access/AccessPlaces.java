package org.kaiyuan.ui.access;

import org.kaiyuan.platform.access.AccessPermissions;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.shell.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What access puts into the side navigation. */
@Configuration(proxyBeanMethods = false)
class AccessPlaces {
    @Bean
    Place zoneList() {
        return new Place(
                Place.Group.ADMINISTRATION,
                "ui.zones",
                Glyph.Of.GLOBE,
                ZonesView.class,
                AccessPermissions.REGISTER);
    }
}
