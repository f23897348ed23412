package org.kaiyuan.ui.enterprises;

import java.util.List;
import java.util.Locale;
import org.kaiyuan.enterprises.EnterprisePermissions;
import org.kaiyuan.enterprises.EnterpriseSearch;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.shell.Finder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets Ctrl/⌘ K find enterprises. */
@Component
@Order(1)
class EnterpriseFinder implements Finder {
    private final EnterpriseSearch search;
    private final CurrentPerson person;

    EnterpriseFinder(EnterpriseSearch search, CurrentPerson person) {
        this.search = search;
        this.person = person;
    }

    @Override
    public List<Found> find(String typed, Locale locale) {
        if (typed.isBlank() || !person.may(EnterprisePermissions.READ)) {
            return List.of();
        }
        return search.suggest(typed).stream()
                .map(s ->
                        new Found(
                                        Glyph.Of.BUILDING,
                                        s.name(),
                                        s.creditCode(),
                                        "enterprises/" + s.id())
                                .exactWhere(typed, s.name(), s.creditCode()))
                .toList();
    }
}
