package org.kaiyuan.ui.services;

import org.kaiyuan.services.ServicesPermissions;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.shell.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The pages of the catalogue of services that people go to by themselves. */
@Configuration(proxyBeanMethods = false)
class ServicePlaces {
    @Bean
    @Order(40)
    Place serviceCataloguePlace() {
        return new Place(
                Place.Group.SERVICES,
                "ui.services.catalogue",
                Glyph.Of.TAG,
                ServiceListView.class,
                ServicesPermissions.READ);
    }

    /** Only found by Ctrl/⌘ K: who writes a service begins from the catalogue. */
    @Bean
    @Order(41)
    Place serviceNewPlace() {
        return new Place(
                Place.Group.SERVICES,
                "ui.services.catalogue.new",
                Glyph.Of.PLUS,
                ServiceNewView.class,
                ServicesPermissions.EDIT,
                false);
    }
}
