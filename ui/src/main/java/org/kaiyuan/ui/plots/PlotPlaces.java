package org.kaiyuan.ui.plots;

import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.shell.Place;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The pages of land that people go to by themselves. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MapSettings.class)
class PlotPlaces {
    @Bean
    @Order(20)
    Place plotList() {
        return new Place(
                Place.Group.LAND,
                "ui.plots",
                Glyph.Of.MAP,
                PlotListView.class,
                PlotPermissions.READ);
    }

    @Bean
    @Order(21)
    Place plotImportPlace() {
        return new Place(
                Place.Group.LAND,
                "ui.plots.import",
                Glyph.Of.IMPORT,
                PlotImportView.class,
                PlotPermissions.IMPORT);
    }

    @Bean
    @Order(22)
    Place plotLayersPlace() {
        return new Place(
                Place.Group.LAND,
                "ui.plots.layers",
                Glyph.Of.LAYERS,
                PlotLayersView.class,
                PlotPermissions.LAYERS);
    }

    @Bean
    @Order(23)
    Place plotTasksPlace() {
        return new Place(
                Place.Group.LAND,
                "ui.plots.tasks",
                Glyph.Of.CHECK,
                PlotTasksView.class,
                PlotPermissions.READ);
    }
}
