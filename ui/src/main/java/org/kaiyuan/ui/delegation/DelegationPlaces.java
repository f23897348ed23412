package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.Component;
import org.kaiyuan.delegation.DelegationPermissions;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.shell.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The pages of delegated powers that people go to by themselves. */
@Configuration(proxyBeanMethods = false)
class DelegationPlaces {
    @Bean
    @Order(1)
    Place whoDecidesPlace() {
        return place("ui.delegation.who", Glyph.Of.SEARCH, WhoDecidesView.class);
    }

    @Bean
    @Order(2)
    Place powerListsPlace() {
        return place("ui.delegation.lists", Glyph.Of.FILE, PowerListsView.class);
    }

    @Bean
    @Order(3)
    Place matterListPlace() {
        return place("ui.delegation.matters", Glyph.Of.TAG, MatterListView.class);
    }

    @Bean
    @Order(4)
    Place decisionPapersPlace() {
        return place("ui.delegation.papers", Glyph.Of.CLIP, PapersView.class);
    }

    /** For the operator; a supervisor gets there from its catalogue. */
    @Bean
    @Order(9)
    Place sharedMattersPlace() {
        return new Place(
                Place.Group.POWERS,
                "ui.delegation.shared.place",
                Glyph.Of.GLOBE,
                SharedMattersView.class,
                DelegationPermissions.SHARE);
    }

    private static Place place(String titleKey, Glyph.Of glyph, Class<? extends Component> view) {
        return new Place(Place.Group.POWERS, titleKey, glyph, view, DelegationPermissions.READ);
    }
}
