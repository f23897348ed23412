package org.kaiyuan.leads.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.LeadFilter;
import org.kaiyuan.leads.LeadProfile;
import org.kaiyuan.platform.search.Query;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.platform.search.names.NameForms;
import org.kaiyuan.platform.search.names.WrittenForms;

/**
 * What a person typed, or a filter says, as a question to the index of leads: the code, then the names as they are,
 * then what stands inside them, then what is nearly so.
 *
 * @see <a href="../../../../../../../../../docs/decisions/0027-search-of-leads.md">0027</a>
 */
public final class LeadWords {
    /** Nobody types more; Elasticsearch refuses much longer ones, which it would take apart letter by letter. */
    private static final int LONGEST = 200;

    /** Up to here one wrong character is looked for at each place; beyond, by how many are there. */
    private static final int LONGEST_LETTER_BY_LETTER = 6;

    private static final int MOST_WORDS = 8;
    private static final Pattern BETWEEN_WORDS =
            Pattern.compile(
                    "\\s+|(?<=\\p{IsHan})(?=[\\p{IsLatin}0-9])|(?<=[\\p{IsLatin}0-9])(?=\\p{IsHan})");
    private static final Pattern UBIQUITOUS =
            Pattern.compile("^(?:项目|公司)+|(?:有限责任公司|股份有限公司|有限公司|公司|项目)+$");

    private LeadWords() {}

    /** @param typed anything; empty finds everything */
    public static Query query(@Nullable String typed) {
        var text = typed == null ? "" : ChineseText.storable(typed).strip();
        var key = ChineseText.key(text);
        if (key.isEmpty()) {
            return new Query.Everything();
        }
        return NameForms.hasHan(key)
                ? han(ChineseText.cut(text, LONGEST), ChineseText.cut(key, LONGEST))
                : latin(ChineseText.cut(text, LONGEST), ChineseText.cut(key, LONGEST));
    }

    /** Leads whose project is called almost so, or whose investor is but for a character. */
    public static Query alike(LeadProfile profile) {
        var any = new ArrayList<Query>();
        var name = ChineseText.cut(ChineseText.key(profile.projectName()), LONGEST);
        if (name.length() >= 4) {
            any.add(new Query.Text(List.of("p.two"), name, 75, 1f));
        }
        for (var investor : profile.investors()) {
            var forms = WrittenForms.of(ChineseText.cut(investor.name(), LONGEST));
            for (var bare : forms.bare()) {
                if (bare.length() >= 4) {
                    any.add(scored(new Query.Nearly("n.bare", bare), 20));
                }
            }
            if (forms.full().length() >= 6) {
                any.add(scored(new Query.Nearly("n.full", forms.full()), 20));
            }
        }
        return any.isEmpty() ? new Query.Not(new Query.Everything()) : new Query.Any(any);
    }

    /**
     * What of a question tells one lead from others: without 项目 and 公司 at its ends, which nearly every name has.
     *
     * @param key as {@link ChineseText#key(String)} makes it
     * @return the key itself when too little would be left
     */
    public static String telling(String key) {
        var rest = UBIQUITOUS.matcher(key).replaceAll("");
        return rest.codePointCount(0, rest.length()) < 2 ? key : rest;
    }

    private static Query han(String text, String key) {
        var forms = WrittenForms.of(text);
        var bare = new ArrayList<>(forms.bare());
        var first = bare.isEmpty() ? forms.full() : bare.getFirst();
        var telling = telling(key);
        var best = new ArrayList<Query>();
        best.add(scored(Query.is("p.key", key), 900));
        best.add(scored(Query.is("n.full", forms.full()), 800));
        best.add(scored(Query.oneOf("n.bare", List.of(forms.full(), first)), 700));
        best.add(scored(new Query.Prefix("p.key", key), 600));
        best.add(scored(Query.is("n.alias", forms.full()), 550));
        best.add(scored(new Query.Prefix("n.full", forms.full()), 500));
        best.add(scored(new Query.Prefix("n.bare", first), 450));
        if (first.length() >= 4) {
            best.add(scored(new Query.Nearly("n.bare", first), 200));
        }
        best.add(scored(inside(key), 400));
        best.add(scored(inside(telling), 350));
        nearlyInside(telling).ifPresent(near -> best.add(scored(near, 150)));
        for (var name : List.of("p", "n")) {
            if (telling.length() >= 4) { // what is left of a long name when one shortens it
                best.add(scored(letters(name, telling, 100, 50), 100));
            }
        }
        best.add(scored(new Query.Text(List.of("words"), telling, 100, 1f), 60));
        best.add(scored(new Query.Text(List.of("summary"), telling, 100, 1f), 50));
        wordByWord(text).ifPresent(words -> best.add(scored(words, 250)));
        return new Query.Preferring(
                new Query.Best(best),
                List.of(
                        new Query.Text(List.of("p.two"), telling, 1, 1f),
                        new Query.Text(List.of("n.two"), telling, 1, 1f)));
    }

    private static Query latin(String text, String key) {
        var best = new ArrayList<Query>();
        var code = key.toUpperCase(Locale.ROOT);
        best.add(scored(Query.is("code", code), 1000));
        best.add(scored(Query.is("creditCodes", code), 1000));
        best.add(scored(Query.is("p.key", key), 900));
        best.add(scored(Query.is("n.full", key), 900));
        if (key.length() >= 2) {
            best.add(scored(new Query.Prefix("code", code), 800));
            best.add(scored(new Query.Prefix("creditCodes", code), 800));
            best.add(scored(new Query.Prefix("p.key", key), 600));
            best.add(scored(new Query.Prefix("n.full", key), 600));
            best.add(scored(inside(key), 400));
        }
        if (key.length() >= 3) {
            best.add(scored(new Query.Phrase("codeLetters", key, 0), 350));
        }
        best.add(scored(Query.is("n.pinyin", key), 550));
        best.add(scored(Query.is("p.pinyin", key), 550));
        best.add(scored(Query.is("n.initials", key), 450));
        best.add(scored(Query.is("p.initials", key), 450));
        best.add(scored(new Query.Prefix("n.pinyin", key), 300));
        best.add(scored(new Query.Prefix("p.pinyin", key), 290));
        best.add(scored(new Query.Prefix("n.initials", key), 240));
        best.add(scored(new Query.Prefix("p.initials", key), 230));
        boolean onlyLetters = key.chars().noneMatch(Character::isDigit);
        if (key.length() >= 3 && onlyLetters) {
            best.add(scored(new Query.Phrase("p.initialLetters", key, 0), 100));
            best.add(scored(new Query.Phrase("n.initialLetters", key, 0), 100));
        }
        if (key.length() >= 5 && onlyLetters) { // a number with another figure is another number
            best.add(scored(new Query.Nearly("p.pinyin", key), 150));
            best.add(scored(new Query.Nearly("n.pinyin", key), 150));
            nearlyInside(key).ifPresent(near -> best.add(scored(near, 120)));
        }
        if (NameForms.isPinyin(key) && key.length() >= 4) {
            var grams = NameForms.gramsOf(key, 4);
            for (var field : List.of("p.pinyinGrams", "n.pinyinGrams")) {
                best.add(scored(new Query.Text(List.of(field), grams, 100, 1f), 200));
                if (key.length() >= 16) { // one wrong letter takes four runs away
                    best.add(scored(new Query.Text(List.of(field), grams, 70, 1f), 80));
                }
            }
        }
        best.add(scored(new Query.Text(List.of("words"), text, 100, 1f), 60));
        best.add(scored(new Query.Text(List.of("summary"), text, 100, 1f), 50));
        wordByWord(text).ifPresent(words -> best.add(scored(words, 250)));
        return new Query.Preferring(
                new Query.Best(best),
                List.of(
                        new Query.Text(List.of("p.two"), key, 1, 0.1f),
                        new Query.Text(List.of("n.two"), key, 1, 0.1f)));
    }

    /** All of it stands in one piece in the name of the project or of an investor. */
    private static Query inside(String key) {
        return Query.any(new Query.Phrase("p.one", key, 0), new Query.Phrase("n.one", key, 0));
    }

    /** The same, but for one character: wrong, missing, too many, or swapped with the next. */
    private static Optional<Query> nearlyInside(String key) {
        int[] typed = key.codePoints().toArray();
        if (typed.length < 4) {
            return Optional.empty();
        }
        var any = new ArrayList<Query>();
        for (var name : List.of("p", "n")) {
            if (typed.length > LONGEST_LETTER_BY_LETTER) {
                // all but one of them; of the pairs one wrong character takes two away, and a swap
                // three
                any.add(letters(name, key, allButOne(typed.length), 70));
                any.add(letters(name, key, 100, 50));
                continue;
            }
            any.add(new Query.Phrase(name + ".one", key, 1));
            for (int i = 0; i < typed.length; i++) {
                var without =
                        new String(typed, 0, i) + new String(typed, i + 1, typed.length - i - 1);
                any.add(
                        new Query.Phrase(
                                name + ".one", without, i % (typed.length - 1) == 0 ? 0 : 1));
                if (i > 0) {
                    var swapped = typed.clone();
                    swapped[i] = typed[i - 1];
                    swapped[i - 1] = typed[i];
                    any.add(
                            new Query.Phrase(
                                    name + ".one", new String(swapped, 0, swapped.length), 0));
                }
            }
        }
        return Optional.of(new Query.Any(any));
    }

    /** In percent, so that the share of so many, rounded down, is one less. */
    private static int allButOne(int many) {
        return Math.min(99, Math.ceilDiv(100 * (many - 1), many));
    }

    private static Query letters(String name, String key, int ones, int twos) {
        return Query.all(
                new Query.Text(List.of(name + ".one"), key, ones, 1f),
                new Query.Text(List.of(name + ".two"), key, twos, 1f));
    }

    /** Each word (also Latin beside Han without a blank) may stand somewhere else, but each must stand somewhere. */
    private static Optional<Query> wordByWord(String text) {
        var words =
                Arrays.stream(BETWEEN_WORDS.split(text))
                        .map(word -> telling(ChineseText.key(word)))
                        .filter(word -> !word.isEmpty() && !UBIQUITOUS.matcher(word).matches())
                        .distinct()
                        .limit(MOST_WORDS)
                        .toList();
        if (words.size() < 2) {
            return Optional.empty();
        }
        return Optional.of(
                new Query.All(
                        words.stream()
                                .map(word ->
                                        Query.any(
                                                inside(word),
                                                new Query.Phrase("codeLetters", word, 0),
                                                new Query.Text(
                                                        List.of("words", "summary"),
                                                        word,
                                                        100,
                                                        1f)))
                                .toList()));
    }

    /** The filter by the names of what it narrows. */
    public static Map<String, Query> filters(LeadFilter f) {
        var filters = new LinkedHashMap<String, Query>();
        var prefix = WrittenForms.cut(ChineseText.key(f.namePrefix()));
        if (!prefix.isEmpty()) {
            filters.put("name", new Query.Prefix("p.key", prefix));
        }
        if (!f.stages().isEmpty()) {
            filters.put(
                    "stage", Query.oneOf("stage", f.stages().stream().map(Enum::name).toList()));
        }
        if (!f.states().isEmpty()) {
            filters.put(
                    "state", Query.oneOf("state", f.states().stream().map(Enum::name).toList()));
        }
        is(filters, "owner", "owner", f.owner());
        if (f.pool()) {
            filters.put(
                    "pool",
                    Query.all(Query.is("flags", LeadIndex.UNOWNED), Query.is("state", "ACTIVE")));
        }
        is(filters, "way", "way", f.way() == null ? null : f.way().name());
        is(filters, "fair", "fairId", f.fairId() == null ? null : f.fairId().toString());
        is(filters, "leadingIndustry", "leadingIndustry", f.leadingIndustry());
        is(filters, "subIndustry", "subIndustry", f.subIndustry());
        is(filters, "industry", "industryPath", f.industryCode());
        if (f.reached() != null) {
            filters.put("reached", new Query.Between("furthest", f.reached().ordinal(), null));
        }
        if (f.investmentFromYuan() != null || f.investmentToYuan() != null) {
            var from = f.investmentFromYuan();
            filters.put(
                    "investment",
                    new Query.Between(
                            "investment",
                            from == null ? Long.valueOf(0) : from,
                            f.investmentToYuan()));
        }
        between(filters, "registeredOn", f.registeredFrom(), f.registeredTo());
        between(filters, "signedOn", f.signedFrom(), f.signedTo());
        between(filters, "dueOn", null, f.dueUntil());
        between(filters, "silentOn", null, f.silentUntil());
        if (f.stuckSince() != null) {
            filters.put(
                    "stuckSince",
                    Query.all(
                            new Query.Between("stageSince", null, f.stuckSince().toString()),
                            Query.is("state", "ACTIVE")));
        }
        is(
                filters,
                "enterprise",
                "enterpriseIds",
                f.enterpriseId() == null ? null : f.enterpriseId().toString());
        is(filters, "tag", "tags", f.tag());
        return filters;
    }

    private static void is(
            Map<String, Query> filters, String name, String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            filters.put(name, Query.is(field, value.strip()));
        }
    }

    private static void between(
            Map<String, Query> filters,
            String field,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        if (from != null || to != null) {
            filters.put(
                    field,
                    new Query.Between(
                            field,
                            from == null ? null : from.toString(),
                            to == null ? null : to.toString()));
        }
    }

    private static Query scored(Query query, float score) {
        return new Query.Scored(query, score);
    }
}
