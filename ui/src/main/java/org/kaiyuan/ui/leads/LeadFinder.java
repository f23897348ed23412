package org.kaiyuan.ui.leads;

import java.util.List;
import java.util.Locale;
import org.kaiyuan.leads.LeadFilter;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.leads.LeadSearch;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.shell.Finder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets Ctrl/⌘ K find leads. */
@Component
@Order(2)
class LeadFinder implements Finder {
    private static final int MOST = 6;

    private final LeadSearch search;
    private final CurrentPerson person;

    LeadFinder(LeadSearch search, CurrentPerson person) {
        this.search = search;
        this.person = person;
    }

    @Override
    public List<Found> find(String typed, Locale locale) {
        if (typed.isBlank() || !person.may(LeadPermissions.READ)) {
            return List.of();
        }
        return search.search(typed, LeadFilter.ALL, MOST).items().stream()
                .map(find ->
                        new Found(
                                        Glyph.Of.STAR,
                                        find.lead().projectName(),
                                        Shown.text(find.lead().investor()),
                                        LeadNavigation.lead(find.lead().id()))
                                .exactWhere(typed, find.lead().code(), find.lead().projectName()))
                .toList();
    }
}
