package org.kaiyuan.ui.delegation;

import org.kaiyuan.delegation.DelegationPermissions;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.shell.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What leads to other zones and to the public. */
@Configuration(proxyBeanMethods = false)
class DelegationPublicPlaces {
    @Bean
    @Order(7)
    Place powersOfZonesPlace() {
        return new Place(
                Place.Group.POWERS,
                "ui.delegation.compare.place",
                Glyph.Of.COLUMNS,
                CompareView.class,
                DelegationPermissions.READ);
    }

    @Bean
    @Order(8)
    Place publicShowingPlace() {
        return new Place(
                Place.Group.POWERS,
                "ui.delegation.public.place",
                Glyph.Of.GLOBE,
                PublicShowingView.class,
                DelegationPermissions.PUBLISH);
    }
}
