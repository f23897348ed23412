package org.kaiyuan.enterprises.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.search.Found;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.platform.search.names.Marked;
import org.kaiyuan.platform.search.names.NameForms;
import org.kaiyuan.platform.search.names.WrittenForms;

/**
 * Says what of a hit matched. Worked out here from the few hits of a page: to ask Elasticsearch for the names of
 * the queries that matched makes it run each of them again for each hit, which took longer than the search.
 */
public final class WhyFound {
    /** The fields of a hit that are looked at here. */
    public static final List<String> SOURCES =
            List.of("name", "formerNames", "creditCode", "words", "scope", "products", "address");

    /** The fields that are a reason when all that was typed is there. */
    private static final List<String> DOINGS = List.of("scope", "products", "address");

    private static final double MOST_LETTERS = 0.7;
    private static final double ALL_OF_IT = 0.99;
    private static final int SHOWN_OF_A_TEXT = 80;
    private static final int LONGEST_NAME = 300;

    private final String key;
    private final String letters;
    private final boolean written;

    /** @param typed what was looked for; it is taken apart once, however many hits there are */
    public WhyFound(@Nullable String typed) {
        key = ChineseText.key(typed);
        written = NameForms.hasHan(key);
        var told = written ? WrittenForms.of(key).text() : "";
        letters = told.isEmpty() ? key : told;
    }

    /**
     * What matched and where.
     *
     * @param reasons any of name, formerName, pinyin, initials, creditCode, scope, products, address, words; the first is
     *     the best
     * @param highlights by field, HTML whose only tag is {@code <em>}
     */
    public record Why(List<String> reasons, Map<String, List<String>> highlights) {}

    /** @param hit with the {@link #SOURCES} */
    public Why of(Found.Hit hit) {
        if (key.isEmpty()) {
            return new Why(List.of(), Map.of());
        }
        var reasons = new LinkedHashSet<String>();
        var highlights = new LinkedHashMap<String, List<String>>();
        var name = String.valueOf(hit.source().get("name"));
        var former = texts(hit.source().get("formerNames"));
        if (hit.source().get("creditCode") instanceof String code
                && code.startsWith(key.toUpperCase(Locale.ROOT))) {
            reasons.add("creditCode");
        }
        if (written) {
            byLetters(name, former, reasons);
        } else {
            byReading(name, former, reasons);
        }
        var marked = Marked.in(name, key, LONGEST_NAME);
        if (marked != null) {
            highlights.put("name", List.of(marked.html()));
        }
        for (var field : DOINGS) {
            var there = Marked.in((String) hit.source().get(field), key, SHOWN_OF_A_TEXT);
            if (there != null && there.share() >= ALL_OF_IT) {
                highlights.put(field, List.of(there.html()));
                reasons.add(field);
            }
        }
        if (texts(hit.source().get("words")).stream()
                .map(ChineseText::key)
                .anyMatch(word -> word.contains(key) || key.contains(word))) {
            reasons.add("words");
        }
        return new Why(List.copyOf(reasons), highlights);
    }

    private void byLetters(String name, Collection<String> former, Set<String> reasons) {
        if (share(letters, ChineseText.key(name)) >= MOST_LETTERS) {
            reasons.add("name");
        } else if (former.stream()
                .anyMatch(f -> share(letters, ChineseText.key(f)) >= MOST_LETTERS)) {
            reasons.add("formerName");
        }
    }

    private void byReading(String name, Collection<String> former, Set<String> reasons) {
        var forms = NameForms.of(name);
        if (forms.written().full().contains(key)) {
            reasons.add("name");
        }
        if (forms.pinyin().stream().anyMatch(p -> p.contains(key))) {
            reasons.add("pinyin");
        } else if (forms.initials().stream().anyMatch(i -> i.contains(key))) {
            reasons.add("initials");
        } else if (former.stream().map(NameForms::of).anyMatch(this::reads)) {
            reasons.add("formerName");
        } else if (reasons.isEmpty() && NameForms.isPinyin(key)) {
            reasons.add("pinyin");
        }
    }

    private boolean reads(NameForms forms) {
        return forms.written().full().contains(key)
                || forms.pinyin().stream().anyMatch(p -> p.contains(key))
                || forms.initials().stream().anyMatch(i -> i.contains(key));
    }

    /** How many of the letters occur in the text, each as often as it is there, between 0 and 1. */
    private static double share(String letters, String text) {
        var left = new HashMap<Integer, Integer>();
        text.codePoints().forEach(c -> left.merge(c, 1, Integer::sum));
        long found = letters.codePoints().filter(c -> left.merge(c, -1, Integer::sum) >= 0).count();
        return (double) found / letters.codePointCount(0, letters.length());
    }

    private static List<String> texts(@Nullable Object value) {
        return value instanceof Collection<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of();
    }
}
