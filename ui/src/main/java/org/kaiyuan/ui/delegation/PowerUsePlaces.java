package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.Component;
import org.kaiyuan.delegation.DelegationPermissions;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.shell.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The pages of taking over and using powers that people go to by themselves. */
@Configuration(proxyBeanMethods = false)
class PowerUsePlaces {
    @Bean
    @Order(5)
    Place readinessPlace() {
        return place("ui.readiness", Glyph.Of.COLUMNS, ReadinessView.class);
    }

    @Bean
    @Order(6)
    Place powerUsePlace() {
        return place("ui.powerUse", Glyph.Of.CLOCK, PowerUseView.class);
    }

    @Bean
    @Order(7)
    Place evaluationPlace() {
        return place("ui.evaluation", Glyph.Of.CHECK, EvaluationView.class);
    }

    @Bean
    @Order(8)
    Place powerRequestPlace() {
        return place("ui.powerRequest", Glyph.Of.STAR, PowerRequestsView.class);
    }

    private static Place place(String titleKey, Glyph.Of glyph, Class<? extends Component> view) {
        return new Place(Place.Group.POWERS, titleKey, glyph, view, DelegationPermissions.READ);
    }
}
