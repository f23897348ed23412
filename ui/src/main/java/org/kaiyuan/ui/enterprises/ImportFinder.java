package org.kaiyuan.ui.enterprises;

import com.vaadin.flow.router.RouteConfiguration;
import java.util.List;
import java.util.Locale;
import org.kaiyuan.enterprises.EnterprisePermissions;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.shell.Finder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets Ctrl/⌘ K find the import of enterprises. */
@Component
@Order(11)
class ImportFinder implements Finder {
    private final CurrentPerson person;
    private final Messages messages;

    ImportFinder(CurrentPerson person, Messages messages) {
        this.person = person;
        this.messages = messages;
    }

    @Override
    public List<Found> find(String typed, Locale locale) {
        var title = messages.text(locale, "ui.import");
        boolean meant =
                title.toLowerCase(Locale.ROOT).contains(typed.strip().toLowerCase(Locale.ROOT));
        return meant && person.may(EnterprisePermissions.IMPORT)
                ? List.of(
                        new Found(
                                Glyph.Of.IMPORT,
                                title,
                                messages.text(locale, "ui.enterprises"),
                                RouteConfiguration.forSessionScope().getUrl(ImportView.class)))
                : List.of();
    }
}
