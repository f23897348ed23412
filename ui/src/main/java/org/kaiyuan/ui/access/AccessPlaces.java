package org.kaiyuan.ui.access;

import org.kaiyuan.platform.access.AccessPermissions;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.shell.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What access puts into the side navigation. */
@Configuration(proxyBeanMethods = false)
class AccessPlaces {
    @Bean
    Place zoneList() {
        return place("ui.zones", Glyph.Of.GLOBE, ZonesView.class, AccessPermissions.REGISTER);
    }

    @Bean
    Place peoplePage() {
        return place("ui.people", Glyph.Of.PERSON, PeopleView.class, AccessPermissions.READ);
    }

    @Bean
    Place rolesPage() {
        return place("ui.roles", Glyph.Of.COLUMNS, RolesView.class, AccessPermissions.READ);
    }

    @Bean
    Place relationsPage() {
        return place("ui.relations", Glyph.Of.MERGE, RelationsView.class, AccessPermissions.READ);
    }

    @Bean
    Place apiClientsPage() {
        return place("ui.clients", Glyph.Of.WIDEN, ApiClientsView.class, AccessPermissions.READ);
    }

    @Bean
    Place signInRulesPage() {
        return place("ui.rules", Glyph.Of.FILTER, SignInRulesView.class, AccessPermissions.READ);
    }

    private static Place place(
            String key,
            Glyph.Of glyph,
            Class<? extends com.vaadin.flow.component.Component> view,
            String permission) {
        return new Place(Place.Group.ADMINISTRATION, key, glyph, view, permission);
    }
}
