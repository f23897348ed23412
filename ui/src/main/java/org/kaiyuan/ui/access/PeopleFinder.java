package org.kaiyuan.ui.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.kaiyuan.platform.access.AccessPermissions;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.access.PeopleDirectory;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.shell.Finder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets Ctrl/⌘ K find the people of the zone by the beginning of a name. */
@Component
@Order(5)
class PeopleFinder implements Finder {
    private static final int MOST = 5;

    private final PeopleDirectory directory;
    private final CurrentPerson current;

    PeopleFinder(PeopleDirectory directory, CurrentPerson current) {
        this.directory = directory;
        this.current = current;
    }

    @Override
    public List<Found> find(String typed, Locale locale) {
        if (typed.isBlank() || !current.may(AccessPermissions.READ)) {
            return List.of();
        }
        return directory.list(typed, null, MOST).stream()
                .map(person ->
                        new Found(
                                Glyph.Of.PERSON,
                                person.displayName(),
                                person.username(),
                                "people?name="
                                        + URLEncoder.encode(
                                                person.username(), StandardCharsets.UTF_8)))
                .toList();
    }
}
