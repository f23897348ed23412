package org.kaiyuan.ui.delegation;

import java.util.List;
import java.util.Locale;
import org.kaiyuan.delegation.DelegationPermissions;
import org.kaiyuan.delegation.MatterCatalogue;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.shell.Finder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets Ctrl/⌘ K find matters however they are typed; Enter leads to who decides them. */
@Component
@Order(5)
class MatterFinder implements Finder {
    private static final int MOST = 4;

    private final MatterCatalogue catalogue;
    private final CurrentPerson person;

    MatterFinder(MatterCatalogue catalogue, CurrentPerson person) {
        this.catalogue = catalogue;
        this.person = person;
    }

    @Override
    public List<Found> find(String typed, Locale locale) {
        if (typed.isBlank() || !person.may(DelegationPermissions.READ)) {
            return List.of();
        }
        return catalogue.search(typed.strip(), MatterCatalogue.Filter.ALL, 0, MOST).stream()
                .map(row ->
                        new Found(
                                        Glyph.Of.TAG,
                                        row.name(),
                                        row.body(),
                                        DelegationNavigation.who(row.id()))
                                .exactWhere(typed, row.name(), row.code()))
                .toList();
    }
}
