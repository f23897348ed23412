package org.kaiyuan.ui.services;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.services.CaseBox;
import org.kaiyuan.services.CaseFilter;
import org.kaiyuan.services.CaseInbox;
import org.kaiyuan.services.ServicesPermissions;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.shell.Finder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets Ctrl/⌘ K find a case by its receipt's number. */
@Component
@Order(6)
class CasesFinder implements Finder {
    private static final int MOST = 4;

    private final CaseInbox inbox;
    private final CurrentPerson person;

    CasesFinder(CaseInbox inbox, CurrentPerson person) {
        this.inbox = inbox;
        this.person = person;
    }

    @Override
    public List<Found> find(String typed, Locale locale) {
        var number = typed.strip().toUpperCase(Locale.ROOT);
        if (!number.matches("[A-Z0-9-]{4,60}")
                || number.chars().noneMatch(Character::isDigit)
                || !person.may(ServicesPermissions.READ)) {
            return List.of();
        }
        return Stream.of(CaseBox.ALL, CaseBox.CLOSED)
                .flatMap(box ->
                        inbox
                                .list(
                                        new CaseFilter(box, number, null, null, null, null),
                                        null,
                                        MOST)
                                .items()
                                .stream())
                .limit(MOST)
                .map(row ->
                        new Found(
                                        Glyph.Of.CLIP,
                                        row.receipt() + " " + row.title(),
                                        row.enterpriseName(),
                                        CaseNavigation.toCase(row.id()))
                                .exactWhere(typed, row.receipt()))
                .toList();
    }
}
