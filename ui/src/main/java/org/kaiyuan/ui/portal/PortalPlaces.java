package org.kaiyuan.ui.portal;

import org.kaiyuan.portal.PortalPermissions;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.shell.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the portal puts into the side navigation: one place for staff, one for enterprise people. */
@Configuration(proxyBeanMethods = false)
class PortalPlaces {
    @Bean
    Place representativesPage() {
        return new Place(
                Place.Group.ENTERPRISES,
                "ui.portal.representatives",
                Glyph.Of.PERSON,
                RepresentativesView.class,
                PortalPermissions.CONFIRM);
    }

    @Bean
    Place portalHome() {
        return new Place(
                Place.Group.ENTERPRISES,
                "ui.portal",
                Glyph.Of.BUILDING,
                PortalHomeView.class,
                PortalPermissions.ENTER);
    }
}
