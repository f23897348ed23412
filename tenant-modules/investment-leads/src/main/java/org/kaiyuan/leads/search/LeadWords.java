package org.kaiyuan.leads.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.LeadFilter;
import org.kaiyuan.leads.LeadProfile;
import org.kaiyuan.platform.search.Query;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.platform.search.names.NameForms;
import org.kaiyuan.platform.search.names.WrittenForms;

/** What a person typed, or a filter says, as a question to the index of leads. */
public final class LeadWords {
    /** Nobody types more; Elasticsearch refuses much longer ones, which it would take apart letter by letter. */
    private static final int LONGEST = 200;

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
                : latin(ChineseText.cut(key, LONGEST));
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

    private static Query han(String text, String key) {
        var forms = WrittenForms.of(text);
        var bare = new ArrayList<>(forms.bare());
        var first = bare.isEmpty() ? forms.full() : bare.getFirst();
        var best = new ArrayList<Query>();
        best.add(scored(Query.is("p.key", key), 100));
        best.add(scored(Query.is("n.full", forms.full()), 90));
        best.add(scored(Query.oneOf("n.bare", List.of(forms.full(), first)), 70));
        best.add(scored(new Query.Prefix("p.key", key), 60));
        best.add(scored(Query.is("n.alias", forms.full()), 55));
        best.add(scored(new Query.Prefix("n.full", forms.full()), 50));
        best.add(scored(new Query.Prefix("n.bare", first), 45));
        if (first.length() >= 3) {
            best.add(scored(new Query.Nearly("n.bare", first), 30));
        }
        var any = new ArrayList<Query>();
        any.add(new Query.Best(best));
        any.add(new Query.Text(List.of("p.one"), key, 80, 2f));
        any.add(new Query.Text(List.of("n.one"), forms.full(), 80, 2f));
        if (key.length() >= 2) {
            any.add(new Query.Text(List.of("p.two"), key, 60, 1f));
            any.add(new Query.Text(List.of("n.two"), forms.full(), 60, 1f));
        }
        any.add(new Query.Text(List.of("words"), text, 100, 0.8f));
        any.add(new Query.Text(List.of("summary"), text, 100, 0.5f));
        return new Query.Any(any);
    }

    private static Query latin(String key) {
        var best = new ArrayList<Query>();
        var code = key.toUpperCase(Locale.ROOT);
        best.add(scored(Query.is("code", code), 100));
        best.add(scored(Query.is("creditCodes", code), 100));
        best.add(scored(Query.is("p.key", key), 95));
        best.add(scored(Query.is("n.full", key), 95));
        if (key.length() >= 2) {
            best.add(scored(new Query.Prefix("code", code), 80));
            best.add(scored(new Query.Prefix("creditCodes", code), 80));
            best.add(scored(new Query.Prefix("p.key", key), 50));
            best.add(scored(new Query.Prefix("n.full", key), 50));
        }
        best.add(scored(Query.is("n.pinyin", key), 60));
        best.add(scored(Query.is("p.pinyin", key), 60));
        best.add(scored(Query.is("n.initials", key), 40));
        best.add(scored(Query.is("p.initials", key), 40));
        best.add(scored(new Query.Prefix("n.pinyin", key), 26));
        best.add(scored(new Query.Prefix("p.pinyin", key), 25));
        best.add(scored(new Query.Prefix("n.initials", key), 21));
        best.add(scored(new Query.Prefix("p.initials", key), 20));
        var any = new ArrayList<Query>();
        any.add(new Query.Best(best));
        if (NameForms.isPinyin(key) && key.length() >= 4) {
            any.add(new Query.Text(List.of("p.pinyinGrams"), NameForms.gramsOf(key, 4), 60, 1f));
        }
        any.add(new Query.Text(List.of("words", "summary"), key, 100, 0.6f));
        return new Query.Any(any);
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
