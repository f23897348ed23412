package org.kaiyuan.ui.supply;

import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.shell.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The pages of supply that people go to by themselves. */
@Configuration(proxyBeanMethods = false)
class SupplyPlaces {
    @Bean
    @Order(40)
    Place idleGroundPlace() {
        return new Place(
                Place.Group.LAND,
                "ui.supply.place.idle",
                Glyph.Of.CLOCK,
                IdleGroundView.class,
                PlotPermissions.READ);
    }

    @Bean
    @Order(41)
    Place ledgerPlace() {
        return new Place(
                Place.Group.LAND,
                "ui.supply.place.ledgers",
                Glyph.Of.COLUMNS,
                LedgerView.class,
                PlotPermissions.READ);
    }

    @Bean
    @Order(42)
    Place supplyRulesPlace() {
        return new Place(
                Place.Group.LAND,
                "ui.supply.place.rules",
                Glyph.Of.TAG,
                SupplyRulesView.class,
                PlotPermissions.SUPPLY);
    }
}
