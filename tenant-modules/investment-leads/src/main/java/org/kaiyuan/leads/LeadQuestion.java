package org.kaiyuan.leads;

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
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a list, a board or an export is about: words to search for, a filter, an order. Its parameters are
 * the same in the address of the page, in a saved view and in REST.
 *
 * @param typed with words it is a search, best first; without, a list in its order
 */
public record LeadQuestion(String typed, LeadFilter filter, LeadOrder order) {
    /** Everything, last changed first. */
    public static final LeadQuestion ALL = new LeadQuestion("", LeadFilter.ALL, LeadOrder.CHANGED);

    public LeadQuestion {
        typed = typed.strip();
    }

    public boolean isSearch() {
        return !typed.isEmpty();
    }

    public LeadQuestion with(LeadFilter other) {
        return new LeadQuestion(typed, other, order);
    }

    /** Only what is set, in a fixed order. */
    public Map<String, List<String>> parameters() {
        var set = new LinkedHashMap<String, List<String>>();
        var f = filter;
        put(set, "q", typed);
        put(set, "name", f.namePrefix());
        many(set, "stage", f.stages());
        many(set, "state", f.states());
        put(set, "owner", f.owner());
        put(set, "pool", f.pool() ? true : null);
        put(set, "way", f.way());
        put(set, "fair", f.fairId());
        put(set, "leadingIndustry", f.leadingIndustry());
        put(set, "subIndustry", f.subIndustry());
        put(set, "industry", f.industryCode());
        put(set, "reached", f.reached());
        put(set, "investmentFrom", f.investmentFromYuan());
        put(set, "investmentTo", f.investmentToYuan());
        put(set, "registeredFrom", f.registeredFrom());
        put(set, "registeredTo", f.registeredTo());
        put(set, "signedFrom", f.signedFrom());
        put(set, "signedTo", f.signedTo());
        put(set, "dueUntil", f.dueUntil());
        put(set, "silentUntil", f.silentUntil());
        put(set, "stuckSince", f.stuckSince());
        put(set, "enterprise", f.enterpriseId());
        put(set, "tag", f.tag());
        put(set, "order", order == LeadOrder.CHANGED ? null : order);
        return set;
    }

    /** Of parameters that anyone may have typed: what is not understood is left out. */
    public static LeadQuestion of(Map<String, List<String>> asked) {
        var order = constant(LeadOrder.class, first(asked, "order"));
        var filter =
                new LeadFilter.Draft()
                        .namePrefix(first(asked, "name"))
                        .stages(constants(LeadStage.class, asked.get("stage")))
                        .states(constants(LeadState.class, asked.get("state")))
                        .owner(first(asked, "owner"))
                        .pool("true".equals(first(asked, "pool")))
                        .way(constant(InvestmentWay.class, first(asked, "way")))
                        .fairId(read(first(asked, "fair"), UUID::fromString))
                        .leadingIndustry(first(asked, "leadingIndustry"))
                        .subIndustry(first(asked, "subIndustry"))
                        .industryCode(first(asked, "industry"))
                        .reached(constant(LeadStage.class, first(asked, "reached")))
                        .investmentFromYuan(read(first(asked, "investmentFrom"), Long::valueOf))
                        .investmentToYuan(read(first(asked, "investmentTo"), Long::valueOf))
                        .registeredFrom(day(asked, "registeredFrom"))
                        .registeredTo(day(asked, "registeredTo"))
                        .signedFrom(day(asked, "signedFrom"))
                        .signedTo(day(asked, "signedTo"))
                        .dueUntil(day(asked, "dueUntil"))
                        .silentUntil(day(asked, "silentUntil"))
                        .stuckSince(day(asked, "stuckSince"))
                        .enterpriseId(read(first(asked, "enterprise"), UUID::fromString))
                        .tag(first(asked, "tag"))
                        .filter();
        var typed = first(asked, "q");
        return new LeadQuestion(
                typed == null ? "" : typed, filter, order == null ? LeadOrder.CHANGED : order);
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
    public static LeadQuestion read(String text) {
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
            set.put(name, List.of(value.toString()));
        }
    }

    private static void many(
            Map<String, List<String>> set, String name, Set<? extends Enum<?>> values) {
        if (!values.isEmpty()) {
            set.put(name, values.stream().map(Enum::name).sorted().toList());
        }
    }

    private static @Nullable String first(Map<String, List<String>> asked, String name) {
        var values = asked.getOrDefault(name, List.of());
        var value = values.isEmpty() ? "" : values.getFirst().replace("\u0000", "").strip();
        return value.isEmpty() || value.length() > 200 ? null : value;
    }

    private static @Nullable LocalDate day(Map<String, List<String>> asked, String name) {
        var day = read(first(asked, name), LocalDate::parse);
        return day == null || day.getYear() < 1 || day.getYear() > 9999 ? null : day;
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
        return read(name, given -> Enum.valueOf(type, given));
    }

    private static <E extends Enum<E>> Set<E> constants(
            Class<E> type, @Nullable List<String> names) {
        var set = EnumSet.noneOf(type);
        if (names != null) {
            for (var name : names) {
                var constant = constant(type, name);
                if (constant != null) {
                    set.add(constant);
                }
            }
        }
        return set;
    }

    private static <T> @Nullable T read(@Nullable String text, Function<String, T> how) {
        try {
            return text == null ? null : how.apply(text);
        } catch (IllegalArgumentException | DateTimeParseException notUnderstood) {
            return null;
        }
    }
}
