package org.kaiyuan.ui.floors;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.BuildingId;
import org.kaiyuan.plots.LeaseFilter;
import org.kaiyuan.plots.LeaseState;
import org.kaiyuan.plots.UnitId;

/** What an address asks of the list of leases; what it cannot read it does not ask. */
record LeaseQuestion(Show show, LeaseFilter filter) {
    static final LeaseQuestion ALL = new LeaseQuestion(Show.ALL, LeaseFilter.ALL);

    /** What is listed. */
    enum Show {
        ALL,
        /** Leases that end within some months. */
        ENDING,
        /** Instalments that should have been paid. */
        OVERDUE
    }

    static LeaseQuestion of(Map<String, List<String>> given) {
        var states = EnumSet.noneOf(LeaseState.class);
        given.getOrDefault("state", List.of())
                .forEach(text ->
                        Arrays.stream(LeaseState.values())
                                .filter(state -> state.name().equals(text))
                                .forEach(states::add));
        var show =
                Arrays.stream(Show.values())
                        .filter(one -> one.name().equalsIgnoreCase(first(given, "show")))
                        .findFirst()
                        .orElse(Show.ALL);
        var building = id(first(given, "building"));
        var unit = id(first(given, "unit"));
        var text = first(given, "q");
        return new LeaseQuestion(
                show,
                new LeaseFilter(
                        text == null || text.isBlank() ? null : text.strip(),
                        states,
                        building == null ? null : new BuildingId(building),
                        unit == null ? null : new UnitId(unit),
                        id(first(given, "enterprise")),
                        null));
    }

    Map<String, List<String>> parameters() {
        var all = new LinkedHashMap<String, List<String>>();
        if (show != Show.ALL) {
            all.put("show", List.of(show.name()));
        }
        put(all, "q", filter.text());
        if (!filter.states().isEmpty()) {
            all.put("state", filter.states().stream().sorted().map(Enum::name).toList());
        }
        put(all, "building", filter.building());
        put(all, "unit", filter.unit());
        put(all, "enterprise", filter.enterprise());
        return all;
    }

    LeaseQuestion with(Show other) {
        return new LeaseQuestion(other, filter);
    }

    LeaseQuestion with(@Nullable String text, Set<LeaseState> states) {
        return new LeaseQuestion(
                show,
                new LeaseFilter(
                        text, states, filter.building(), filter.unit(), filter.enterprise(), null));
    }

    /** Of whichever building, unit and enterprise. */
    LeaseQuestion ofAll() {
        return new LeaseQuestion(
                show, new LeaseFilter(filter.text(), filter.states(), null, null, null, null));
    }

    private static void put(Map<String, List<String>> all, String key, @Nullable Object value) {
        if (value != null) {
            all.put(key, List.of(value.toString()));
        }
    }

    private static @Nullable String first(Map<String, List<String>> given, String key) {
        return given.getOrDefault(key, List.of()).stream().findFirst().orElse(null);
    }

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
