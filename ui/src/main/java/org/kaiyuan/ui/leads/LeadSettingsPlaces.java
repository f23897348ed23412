package org.kaiyuan.ui.leads;

import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.shell.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Where the zone decides its rules, and a lead is begun. */
@Configuration(proxyBeanMethods = false)
class LeadSettingsPlaces {
    /** Behind the pages of daily work. */
    @Bean
    @Order(100)
    Place leadSettingsPlace() {
        return new Place(
                Place.Group.LEADS,
                "ui.leads.settings.title",
                Glyph.Of.FILTER,
                LeadSettingsView.class,
                LeadPermissions.CONFIGURE);
    }

    /** A button of the list leads there. */
    @Bean
    Place newLeadPlace() {
        return new Place(
                Place.Group.LEADS,
                "ui.leads.record.new",
                Glyph.Of.PLUS,
                LeadFormView.class,
                LeadPermissions.WRITE,
                false);
    }
}
