package org.kaiyuan.ui.services;

import java.util.List;
import java.util.Locale;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.services.ServiceCatalogue;
import org.kaiyuan.services.ServiceFilter;
import org.kaiyuan.services.ServicesPermissions;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.shell.Finder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets Ctrl/⌘ K find services; Enter leads to the service. */
@Component
@Order(6)
class ServiceFinder implements Finder {
    private static final int MOST = 4;

    private final ServiceCatalogue catalogue;
    private final CurrentPerson person;

    ServiceFinder(ServiceCatalogue catalogue, CurrentPerson person) {
        this.catalogue = catalogue;
        this.person = person;
    }

    @Override
    public List<Found> find(String typed, Locale locale) {
        if (typed.isBlank() || !person.may(ServicesPermissions.READ)) {
            return List.of();
        }
        return catalogue
                .list(new ServiceFilter(typed.strip(), null, null, null), null, MOST)
                .items()
                .stream()
                .map(row ->
                        new Found(
                                        Glyph.Of.TAG,
                                        row.title(),
                                        row.code(),
                                        ServiceNavigation.service(row.id()))
                                .exactWhere(typed, row.title(), row.code()))
                .toList();
    }
}
