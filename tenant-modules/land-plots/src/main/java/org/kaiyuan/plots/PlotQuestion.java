package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.domain.Faults;

/**
 * What a list, a map or an export of plots is about, and what the map's colours say. Its parameters are the same in
 * the address of the page and in a saved view.
 *
 * @param filter without a box: a map asks for what is in its view
 * @param asOf the plots that were on this day; null for those that are now
 */
public record PlotQuestion(PlotFilter filter, PlotColours colours, @Nullable LocalDate asOf) {
    /** Everything, coloured by state. */
    public static final PlotQuestion ALL =
            new PlotQuestion(PlotFilter.ALL, PlotColours.STATE, null);

    public PlotQuestion with(PlotFilter other) {
        return new PlotQuestion(other, colours, asOf);
    }

    public PlotQuestion with(PlotColours other) {
        return new PlotQuestion(filter, other, asOf);
    }

    public PlotQuestion asOf(@Nullable LocalDate day) {
        return new PlotQuestion(filter, colours, day);
    }

    /** Only what is set, in a fixed order. */
    public Map<String, List<String>> parameters() {
        var set = new LinkedHashMap<String, List<String>>();
        put(set, "q", filter.text());
        if (!filter.states().isEmpty()) {
            set.put("state", filter.states().stream().sorted().map(Enum::name).toList());
        }
        put(set, "use", filter.usePrefix());
        put(set, "areaFrom", filter.leastM2());
        put(set, "areaTo", filter.mostM2());
        put(set, "holder", filter.holder());
        put(set, "asOf", asOf);
        put(set, "colours", colours == PlotColours.STATE ? null : colours);
        return set;
    }

    /** Of parameters that anyone may have typed: what is not understood is left out. */
    public static PlotQuestion of(Map<String, List<String>> asked) {
        var states = EnumSet.noneOf(PlotState.class);
        for (var name : asked.getOrDefault("state", List.of())) {
            var state = read(name, PlotState::valueOf);
            if (state != null) {
                states.add(state);
            }
        }
        var colours = read(first(asked, "colours"), PlotColours::valueOf);
        return new PlotQuestion(
                new PlotFilter(
                        first(asked, "q"),
                        states,
                        first(asked, "use"),
                        area(asked, "areaFrom"),
                        area(asked, "areaTo"),
                        read(first(asked, "holder"), UUID::fromString),
                        null),
                colours == null ? PlotColours.STATE : colours,
                day(asked));
    }

    /** As the part of an address behind the question mark. */
    public String text() {
        return parameters().entrySet().stream()
                .flatMap(set ->
                        set.getValue().stream()
                                .map(value ->
                                        set.getKey()
                                                + "="
                                                + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
    }

    /** @param text {@link #text()}, or anything like it */
    public static PlotQuestion read(String text) {
        var asked = new LinkedHashMap<String, List<String>>();
        for (var pair : text.split("&", 60)) {
            int at = pair.indexOf('=');
            if (at > 0) {
                var value =
                        read(
                                pair.substring(at + 1),
                                coded -> URLDecoder.decode(coded, StandardCharsets.UTF_8));
                if (value != null) {
                    asked.computeIfAbsent(pair.substring(0, at), name -> new ArrayList<>())
                            .add(value);
                }
            }
        }
        return of(asked);
    }

    private static void put(Map<String, List<String>> set, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            set.put(
                    name,
                    List.of(
                            value instanceof BigDecimal number
                                    ? number.toPlainString()
                                    : value.toString()));
        }
    }

    private static @Nullable LocalDate day(Map<String, List<String>> asked) {
        var day = read(first(asked, "asOf"), LocalDate::parse);
        return day == null || day.getYear() < 1900 || day.getYear() > 9999 ? null : day;
    }

    private static @Nullable BigDecimal area(Map<String, List<String>> asked, String name) {
        var area = read(first(asked, name), BigDecimal::new);
        return area == null || area.signum() < 0 || !Faults.isWritten(area) ? null : area;
    }

    private static @Nullable String first(Map<String, List<String>> asked, String name) {
        var values = asked.getOrDefault(name, List.of());
        var value = values.isEmpty() ? "" : values.getFirst().replace("\u0000", "").strip();
        return value.isEmpty() || value.length() > 200 ? null : value;
    }

    private static <T> @Nullable T read(@Nullable String text, Function<String, T> how) {
        try {
            return text == null ? null : how.apply(text);
        } catch (IllegalArgumentException | DateTimeParseException notUnderstood) {
            return null;
        }
    }
}
