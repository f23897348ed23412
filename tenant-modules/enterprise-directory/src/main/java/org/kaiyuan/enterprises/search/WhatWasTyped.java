package org.kaiyuan.enterprises.search;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseFilter;
import org.kaiyuan.platform.search.Query;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.platform.search.names.NameForms;
import org.kaiyuan.platform.search.names.WrittenForms;

/**
 * What a person typed, as a question to the index: exact forms of the name first, then nearly those, then
 * letters in common, then what the enterprise does.
 *
 * @see <a href="../../../../../../../../../docs/decisions/0008-search-that-finds-chinese-names.md">0008</a>
 */
public final class WhatWasTyped {
    /** Nobody types more; Elasticsearch refuses much longer ones, which it would take apart letter by letter. */
    private static final int LONGEST = 200;

    private WhatWasTyped() {}

    /** @param typed anything; empty finds everything */
    public static Query query(@Nullable String typed) {
        var text = typed == null ? "" : ChineseText.storable(typed).strip();
        var key = ChineseText.key(text);
        if (key.isEmpty()) {
            return new Query.Everything();
        }
        var found =
                NameForms.hasHan(key)
                        ? han(ChineseText.cut(text, LONGEST))
                        : latin(ChineseText.cut(key, LONGEST));
        return new Query.Preferring(
                found,
                List.of(
                        scored(Query.is("n.branch", "false"), 0.4f),
                        scored(Query.is("status", "ACTIVE"), 0.1f)));
    }

    private static Query han(String text) {
        var forms = WrittenForms.of(text);
        var full = forms.full();
        var bare = new ArrayList<>(forms.bare());
        var first = bare.isEmpty() ? full : bare.getFirst();
        var shortest = forms.text().isEmpty() ? first : forms.text();
        var anyOf = new LinkedHashSet<>(bare);
        anyOf.add(full);
        var best = new ArrayList<Query>();
        best.add(scored(Query.is("n.full", full), 100));
        best.add(scored(Query.is("n.core", full), 70));
        best.add(scored(Query.is("f.full", full), 65));
        best.add(scored(Query.is("n.tell", full), 61));
        best.add(scored(Query.oneOf("n.bare", List.of(full, first)), 60));
        best.add(scored(Query.is("n.alias", full), 55));
        if (!forms.places().isEmpty()) {
            best.add(
                    scored(
                            Query.all(
                                    Query.oneOf("n.bare", anyOf),
                                    Query.oneOf("n.place", forms.places())),
                            45));
        }
        best.add(scored(Query.oneOf("n.bare", anyOf), 37));
        best.add(scored(Query.oneOf("f.bare", anyOf), 40));
        best.add(scored(Query.oneOf("n.parent", anyOf), 35));
        best.add(scored(Query.oneOf("n.sorted", forms.sorted()), 34));
        best.add(scored(Query.is("n.tellEnds", full), 48));
        best.add(scored(Query.is("n.ends", full), 46));
        best.add(scored(new Query.Prefix("n.full", full), 32));
        best.add(scored(new Query.Prefix("n.bare", first), 31));
        if (full.length() >= 3) {
            best.add(scored(new Query.Prefix("n.alias", full), 30));
        }
        if (shortest.length() >= 3) {
            best.add(scored(new Query.Nearly("n.bare", shortest), 30));
            best.add(scored(new Query.Nearly("n.bare", first), 30));
            best.add(scored(new Query.Nearly("n.full", full), 30));
        }
        var letters = new ArrayList<Query>();
        letters.add(new Query.Best(best));
        if (!forms.places().isEmpty()) {
            letters.add(
                    Query.all(
                            new Query.Text(List.of("n.one"), shortest, 75, 0.1f),
                            scored(Query.oneOf("n.place", forms.places()), 3)));
        }
        letters.add(new Query.Text(List.of("n.one"), shortest, 75, 2f));
        if (shortest.length() >= 2) {
            letters.add(new Query.Text(List.of("n.two"), shortest, 50, 0.5f));
        }
        if (!forms.skips().isEmpty()) {
            letters.add(new Query.Text(List.of("n.skip"), forms.skips(), 50, 0.5f));
        }
        letters.add(new Query.Text(List.of("f.one"), shortest, 90, 0.5f));
        letters.add(new Query.Text(List.of("scope"), text, 100, 0.6f));
        letters.add(new Query.Text(List.of("products"), text, 100, 0.8f));
        letters.add(new Query.Text(List.of("address"), text, 100, 0.3f));
        letters.add(new Query.Text(List.of("words"), text, 100, 0.8f));
        return new Query.Any(letters);
    }

    private static Query latin(String key) {
        var any = new ArrayList<Query>();
        var best = new ArrayList<Query>();
        if (key.length() >= 2 && key.chars().allMatch(c -> c < 128)) {
            var code = key.toUpperCase(Locale.ROOT);
            best.add(scored(Query.is("creditCode", code), 100));
            best.add(scored(new Query.Prefix("creditCode", code), 90));
        }
        best.add(scored(Query.is("n.full", key), 95));
        best.add(scored(new Query.Prefix("n.full", key), 50));
        best.add(scored(Query.is("n.tellPinyin", key), 61));
        best.add(scored(Query.is("n.pinyin", key), 60));
        best.add(scored(Query.is("n.tellInitials", key), 41));
        best.add(scored(Query.is("n.initials", key), 40));
        best.add(scored(Query.is("f.pinyin", key), 35));
        best.add(scored(Query.is("f.initials", key), 30));
        if (key.length() >= 5) {
            best.add(scored(new Query.Nearly("n.pinyin", key), 30));
        }
        best.add(scored(new Query.Prefix("n.tellPinyin", key), 26));
        best.add(scored(new Query.Prefix("n.pinyin", key), 25));
        best.add(scored(new Query.Prefix("n.tellInitials", key), 21));
        best.add(scored(new Query.Prefix("n.initials", key), 20));
        any.add(new Query.Best(best));
        if (NameForms.isPinyin(key) && key.length() >= 4) {
            any.add(new Query.Text(List.of("n.pinyinGrams"), NameForms.gramsOf(key, 4), 60, 1f));
        } else if (key.length() >= 3) {
            any.add(new Query.Text(List.of("n.initialGrams"), NameForms.gramsOf(key, 2), 80, 1f));
        }
        any.add(new Query.Text(List.of("scope", "products", "words"), key, 100, 0.6f));
        return new Query.Any(any);
    }

    /** The filter by the names of the facets it comes from. */
    public static Map<String, Query> filters(EnterpriseFilter f) {
        var filters = new LinkedHashMap<String, Query>();
        is(filters, "industry", "industryPath", f.industryCode());
        is(filters, "leadingIndustry", "leadingIndustry", f.leadingIndustry());
        is(filters, "subIndustry", "subIndustry", f.subIndustry());
        if (!f.statuses().isEmpty()) {
            filters.put(
                    "status",
                    Query.oneOf("status", f.statuses().stream().map(Enum::name).toList()));
        }
        is(filters, "qualification", "qualifications", f.qualification());
        is(filters, "division", "division", f.divisionCode());
        is(filters, "tag", "tags", f.tag());
        flag(filters, "ABOVE_SCALE", f.aboveScale());
        flag(filters, "FOUR_ABOVE", f.fourAbove());
        if (f.capitalFromYuan() != null || f.capitalToYuan() != null) {
            filters.put(
                    "capitalBand",
                    new Query.Between(
                            "capital", whole(f.capitalFromYuan()), whole(f.capitalToYuan())));
        }
        if (f.foundedFromYear() != null || f.foundedToYear() != null) {
            filters.put(
                    "year",
                    new Query.Between("foundedYear", f.foundedFromYear(), f.foundedToYear()));
        }
        var prefix = WrittenForms.cut(ChineseText.key(f.namePrefix()));
        if (!prefix.isEmpty()) {
            filters.put("name", new Query.Prefix("n.full", prefix));
        }
        return filters;
    }

    private static void is(
            Map<String, Query> filters, String name, String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            filters.put(name, Query.is(field, value.strip()));
        }
    }

    private static void flag(Map<String, Query> filters, String flag, @Nullable Boolean wanted) {
        if (wanted != null) {
            var has = Query.is("flags", flag);
            filters.put(flag, wanted ? has : new Query.Not(has));
        }
    }

    private static @Nullable Object whole(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.longValue();
    }

    private static Query scored(Query query, float score) {
        return new Query.Scored(query, score);
    }
}
