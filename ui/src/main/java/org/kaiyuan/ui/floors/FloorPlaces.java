package org.kaiyuan.ui.floors;

import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.shell.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The pages of buildings and leases that people go to by themselves, after those of land. */
@Configuration(proxyBeanMethods = false)
class FloorPlaces {
    @Bean
    @Order(30)
    Place buildingList() {
        return place("ui.floors.buildings", Glyph.Of.BUILDING, BuildingListView.class);
    }

    @Bean
    @Order(31)
    Place leaseList() {
        return place("ui.floors.leases", Glyph.Of.FILE, LeaseListView.class);
    }

    @Bean
    @Order(32)
    Place floorOverview() {
        return place("ui.floors.overview", Glyph.Of.CALENDAR, FloorOverviewView.class);
    }

    private static Place place(
            String titleKey,
            Glyph.Of glyph,
            Class<? extends com.vaadin.flow.component.Component> view) {
        return new Place(Place.Group.LAND, titleKey, glyph, view, PlotPermissions.FLOORS_READ);
    }
}
