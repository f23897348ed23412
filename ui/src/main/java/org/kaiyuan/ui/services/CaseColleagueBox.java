package org.kaiyuan.ui.services;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.provider.Query;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.ZonePeople;
import org.kaiyuan.services.ServicesPermissions;

/** One of the zone's people who handle cases, found by what is typed. */
class CaseColleagueBox extends ComboBox<ZonePeople.Colleague> {
    private static final int OFFERED = 100;

    /** @param but who is not offered, because it would change nothing; null for nobody */
    CaseColleagueBox(ZonePeople people, @Nullable String but) {
        setItemLabelGenerator(one -> one.displayName() + " @" + one.username());
        setClearButtonVisible(true);
        setItemsWithFilterConverter(
                (Query<ZonePeople.Colleague, String> query) ->
                        people.find(query.getFilter().orElse(""), OFFERED).stream()
                                .filter(one ->
                                        one.permissions().contains(ServicesPermissions.HANDLE))
                                .filter(one -> !one.username().equals(but))
                                .skip(query.getOffset())
                                .limit(query.getLimit()),
                typed -> typed);
    }

    /** Empty while nobody is chosen, which the use case refuses in words. */
    String username() {
        return getValue() == null ? "" : getValue().username();
    }
}
