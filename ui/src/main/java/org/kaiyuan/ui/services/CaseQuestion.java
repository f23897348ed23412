package org.kaiyuan.ui.services;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.services.CaseBox;
import org.kaiyuan.services.CaseFilter;
import org.kaiyuan.services.CaseState;
import org.kaiyuan.services.ServiceId;

/** What the inbox is asked, as it stands in the address. */
final class CaseQuestion {
    private CaseQuestion() {}

    /** What is not understood does not narrow. */
    static CaseFilter of(QueryParameters asked) {
        return new CaseFilter(
                named(CaseBox.values(), text(asked, "box"), CaseBox.MINE),
                text(asked, "q"),
                service(text(asked, "service")),
                text(asked, "team"),
                named(CaseState.values(), text(asked, "state")),
                month(text(asked, "month")));
    }

    static Map<String, List<String>> parameters(CaseFilter filter) {
        var said = new LinkedHashMap<String, @Nullable Object>();
        said.put("box", filter.box() == CaseBox.MINE ? null : filter.box());
        said.put("q", filter.words());
        said.put("service", filter.service());
        said.put("team", filter.team());
        said.put("state", filter.state());
        said.put("month", filter.month());
        return CaseNavigation.given(said);
    }

    static boolean narrows(CaseFilter filter) {
        return !filter.equals(CaseFilter.of(filter.box()));
    }

    static @Nullable String text(QueryParameters asked, String key) {
        return asked.getSingleParameter(key)
                .map(String::strip)
                .filter(one -> !one.isEmpty() && one.length() <= 200)
                .orElse(null);
    }

    static @Nullable ServiceId service(@Nullable String text) {
        try {
            return text == null ? null : new ServiceId(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    static @Nullable YearMonth month(@Nullable String text) {
        try {
            return text == null ? null : YearMonth.parse(text);
        } catch (DateTimeException noMonth) {
            return null;
        }
    }

    static <E extends Enum<E>> @Nullable E named(E[] all, @Nullable String name) {
        return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst().orElse(null);
    }

    static <E extends Enum<E>> E named(E[] all, @Nullable String name, E otherwise) {
        var found = named(all, name);
        return found == null ? otherwise : found;
    }
}
