package org.kaiyuan.enterprises;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a list, an export or a bulk act is about: words to search for, a filter, an order. Its parameters
 * are the same in the address of the page, in a saved view and in REST.
 *
 * @param typed with words it is a search, best first; without, a list in its order
 */
public record EnterpriseQuestion(String typed, EnterpriseFilter filter, EnterpriseOrder order) {
    /** Everything, by name. */
    public static final EnterpriseQuestion ALL =
            new EnterpriseQuestion("", EnterpriseFilter.ALL, EnterpriseOrder.NAME);

    /** A word of an address that is longer is not typed by a person. */
    private static final int LONGEST = 200;

    public EnterpriseQuestion {
        typed = typed.strip();
    }

    public boolean isSearch() {
        return !typed.isEmpty();
    }

    public EnterpriseQuestion with(EnterpriseFilter other) {
        return new EnterpriseQuestion(typed, other, order);
    }

    /** Only what is set, in a fixed order. */
    public Map<String, List<String>> parameters() {
        var set = new LinkedHashMap<String, List<String>>();
        put(set, "q", typed);
        put(set, "name", filter.namePrefix());
        put(set, "industry", filter.industryCode());
        put(set, "leadingIndustry", filter.leadingIndustry());
        put(set, "subIndustry", filter.subIndustry());
        if (!filter.statuses().isEmpty()) {
            set.put("status", filter.statuses().stream().map(Enum::name).sorted().toList());
        }
        put(set, "qualification", filter.qualification());
        put(set, "aboveScale", filter.aboveScale());
        put(set, "fourAbove", filter.fourAbove());
        put(set, "capitalFrom", plain(filter.capitalFromYuan()));
        put(set, "capitalTo", plain(filter.capitalToYuan()));
        put(set, "foundedFrom", filter.foundedFromYear());
        put(set, "foundedTo", filter.foundedToYear());
        put(set, "division", filter.divisionCode());
        put(set, "tag", filter.tag());
        put(set, "order", order == EnterpriseOrder.NAME ? null : order);
        return set;
    }

    /** Of parameters that anyone may have typed: what is not understood is left out. */
    public static EnterpriseQuestion of(Map<String, List<String>> asked) {
        var statuses =
                asked.getOrDefault("status", List.of()).stream()
                        .map(name -> constant(EnterpriseStatus.values(), name))
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .collect(Collectors.toSet());
        var order = constant(EnterpriseOrder.values(), first(asked, "order"));
        var filter =
                new EnterpriseFilter(
                        first(asked, "name"),
                        first(asked, "industry"),
                        first(asked, "leadingIndustry"),
                        first(asked, "subIndustry"),
                        statuses,
                        first(asked, "qualification"),
                        flag(first(asked, "aboveScale")),
                        flag(first(asked, "fourAbove")),
                        amount(first(asked, "capitalFrom")),
                        amount(first(asked, "capitalTo")),
                        year(first(asked, "foundedFrom")),
                        year(first(asked, "foundedTo")),
                        first(asked, "division"),
                        first(asked, "tag"));
        var typed = first(asked, "q");
        return new EnterpriseQuestion(
                typed == null ? "" : typed, filter, order == null ? EnterpriseOrder.NAME : order);
    }

    /** As the part of an address behind the question mark. */
    public String text() {
        return parameters().entrySet().stream()
                .flatMap(set ->
                        set.getValue().stream().map(value -> set.getKey() + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    /** @param text {@link #text()}, or anything like it */
    public static EnterpriseQuestion read(String text) {
        var asked = new LinkedHashMap<String, List<String>>();
        for (var pair : text.split("&", 60)) {
            int at = pair.indexOf('=');
            if (at > 0) {
                var value = decoded(pair.substring(at + 1));
                asked.computeIfAbsent(pair.substring(0, at), name -> new ArrayList<>()).add(value);
            }
        }
        return of(asked);
    }

    /** Whether {@link #read} understands all of {@link #text()}. */
    public boolean isUnderstood() {
        var whole = new LinkedHashMap<String, List<String>>();
        parameters()
                .forEach((name, values) ->
                        whole.put(name, values.stream().map(String::strip).toList()));
        return read(text()).parameters().equals(whole);
    }

    private static void put(Map<String, List<String>> set, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            set.put(name, List.of(value.toString()));
        }
    }

    private static @Nullable String plain(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.stripTrailingZeros().toPlainString();
    }

    private static @Nullable String first(Map<String, List<String>> asked, String name) {
        var given = asked.getOrDefault(name, List.of());
        var text = given.isEmpty() ? "" : given.getFirst().strip().replace("\u0000", "");
        return text.isEmpty() ? null : text.substring(0, Math.min(LONGEST, text.length()));
    }

    private static <E extends Enum<E>> @Nullable E constant(E[] values, @Nullable String name) {
        return Arrays.stream(values).filter(v -> v.name().equals(name)).findFirst().orElse(null);
    }

    private static @Nullable Boolean flag(@Nullable String text) {
        return "true".equals(text) ? Boolean.TRUE : "false".equals(text) ? Boolean.FALSE : null;
    }

    private static @Nullable BigDecimal amount(@Nullable String text) {
        return number(text, "[0-9]{1,15}(\\.[0-9]{1,2})?", BigDecimal::new);
    }

    private static @Nullable Integer year(@Nullable String text) {
        return number(text, "[0-9]{1,4}", Integer::valueOf);
    }

    private static <N> @Nullable N number(
            @Nullable String text, String form, Function<String, N> read) {
        return text != null && text.matches(form) ? read.apply(text) : null;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
