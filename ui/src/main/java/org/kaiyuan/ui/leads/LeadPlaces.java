package org.kaiyuan.ui.leads;

import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.shell.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The pages of daily work with leads that people go to by themselves. */
@Configuration(proxyBeanMethods = false)
class LeadPlaces {
    @Bean
    @Order(1)
    Place leadToday() {
        return place("ui.leads.list.today", Glyph.Of.CLOCK, LeadTodayView.class);
    }

    @Bean
    @Order(2)
    Place leadList() {
        return place("ui.leads.list", Glyph.Of.STAR, LeadListView.class);
    }

    @Bean
    @Order(3)
    Place leadBoard() {
        return place("ui.leads.list.board", Glyph.Of.COLUMNS, LeadBoardView.class);
    }

    @Bean
    @Order(4)
    Place leadPool() {
        return place("ui.leads.list.pool", Glyph.Of.FILTER, LeadPoolView.class);
    }

    @Bean
    @Order(5)
    Place leadCalendarPlace() {
        return place("ui.leads.list.calendar", Glyph.Of.CALENDAR, LeadCalendarView.class);
    }

    private static Place place(
            String titleKey,
            Glyph.Of glyph,
            Class<? extends com.vaadin.flow.component.Component> view) {
        return new Place(Place.Group.LEADS, titleKey, glyph, view, LeadPermissions.READ);
    }
}
