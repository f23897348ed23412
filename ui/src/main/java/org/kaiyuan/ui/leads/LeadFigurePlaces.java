package org.kaiyuan.ui.leads;

import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.shell.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The pages of figures that people go to by themselves. */
@Configuration(proxyBeanMethods = false)
class LeadFigurePlaces {
    @Bean
    @Order(10)
    Place leadOverviewPlace() {
        return new Place(
                Place.Group.LEADS,
                "ui.leads.overview",
                Glyph.Of.FILTER,
                LeadOverviewView.class,
                LeadPermissions.FIGURES);
    }

    @Bean
    @Order(11)
    Place chainMapPlace() {
        return new Place(
                Place.Group.LEADS,
                "ui.leads.chain",
                Glyph.Of.COLUMNS,
                ChainMapView.class,
                LeadPermissions.FIGURES);
    }

    @Bean
    @Order(12)
    Place leadFairsPlace() {
        return new Place(
                Place.Group.LEADS,
                "ui.leads.fairs",
                Glyph.Of.CALENDAR,
                FairsView.class,
                LeadPermissions.READ);
    }

    @Bean
    @Order(13)
    Place leadTargetsPlace() {
        return new Place(
                Place.Group.LEADS,
                "ui.leads.targets",
                Glyph.Of.CHECK,
                TargetsView.class,
                LeadPermissions.FIGURES);
    }

    @Bean
    @Order(14)
    Place leadCoordinationPlace() {
        return new Place(
                Place.Group.LEADS,
                "ui.leads.coordination",
                Glyph.Of.MERGE,
                CoordinationView.class,
                LeadPermissions.COORDINATE);
    }
}
