package org.kaiyuan.ui.services;

import com.vaadin.flow.component.Component;
import org.kaiyuan.services.ServicesPermissions;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.shell.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The pages of cases that people go to by themselves. */
@Configuration(proxyBeanMethods = false)
class CasePlaces {
    @Bean
    @Order(1)
    Place caseInboxPlace() {
        return place("inbox", Glyph.Of.CLIP, CaseInboxView.class, ServicesPermissions.READ);
    }

    @Bean
    @Order(2)
    Place caseCounterPlace() {
        return place("counter", Glyph.Of.PERSON, CaseCounterView.class, ServicesPermissions.HANDLE);
    }

    @Bean
    @Order(3)
    Place caseRatingsPlace() {
        return place(
                "ratings", Glyph.Of.STAR, DeskRatingsView.class, ServicesPermissions.SUPERVISE);
    }

    @Bean
    @Order(4)
    Place caseComplaintsPlace() {
        return place(
                "complaints",
                Glyph.Of.NOTE,
                DeskComplaintsView.class,
                ServicesPermissions.SUPERVISE);
    }

    @Bean
    @Order(5)
    Place caseFiguresPlace() {
        return place("figures", Glyph.Of.FILTER, DeskFiguresView.class, ServicesPermissions.READ);
    }

    @Bean
    @Order(7)
    Place caseAbsencesPlace() {
        return place(
                "absences", Glyph.Of.CALENDAR, DeskAbsencesView.class, ServicesPermissions.HANDLE);
    }

    private static Place place(
            String key, Glyph.Of glyph, Class<? extends Component> view, String permission) {
        return new Place(
                Place.Group.SERVICES, "ui.services.desk.place." + key, glyph, view, permission);
    }
}
