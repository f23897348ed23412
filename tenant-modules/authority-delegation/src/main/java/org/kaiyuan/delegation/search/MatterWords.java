package org.kaiyuan.delegation.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kaiyuan.platform.search.Query;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.platform.search.names.NameForms;

/** What a person typed, as a question to the index of matters. */
public final class MatterWords {
    /** Nobody types more; Elasticsearch refuses much longer ones, which it would take apart letter by letter. */
    private static final int LONGEST = 200;

    private MatterWords() {}

    /** A code without what people leave out when they type it. */
    static String code(String text) {
        return ChineseText.key(text).toUpperCase(Locale.ROOT);
    }

    /** @param typed anything; empty finds everything */
    public static Query query(String typed) {
        var key = ChineseText.cut(ChineseText.key(ChineseText.storable(typed)), LONGEST);
        if (key.isEmpty()) {
            return new Query.Everything();
        }
        var best = new ArrayList<Query>();
        best.add(scored(Query.is("p.key", key), 900));
        best.add(scored(new Query.Prefix("p.key", key), 600));
        best.add(scored(new Query.Phrase("p.one", key, 0), 400));
        if (NameForms.hasHan(key)) {
            if (key.length()
                    >= 4) { // parts of a long name, in another order or with something between
                best.add(scored(letters(key, 100, 50), 100));
                best.add(scored(letters(key, 80, 60), 60));
            } else {
                best.add(scored(new Query.Text(List.of("p.one"), key, 100, 1f), 80));
            }
        } else {
            latin(best, key);
        }
        return new Query.Preferring(
                new Query.Best(best), List.of(new Query.Text(List.of("p.two"), key, 1, 1f)));
    }

    /** Matters that are called almost so. */
    public static Query alike(String name) {
        var key = ChineseText.cut(ChineseText.key(name), LONGEST);
        if (key.length() < 4) {
            return new Query.Scored(Query.is("p.key", key), 1);
        }
        return new Query.Text(List.of("p.two"), key, 75, 1f);
    }

    private static void latin(List<Query> best, String key) {
        var code = key.toUpperCase(Locale.ROOT);
        best.add(scored(Query.oneOf("code", List.of(code)), 1000));
        best.add(scored(Query.is("basicCode", code), 1000));
        if (key.length() >= 3) {
            best.add(scored(new Query.Prefix("code", code), 800));
            best.add(scored(new Query.Prefix("basicCode", code), 800));
            best.add(scored(new Query.Phrase("p.initialLetters", key, 0), 100));
        }
        best.add(scored(Query.is("p.pinyin", key), 550));
        best.add(scored(Query.is("p.initials", key), 450));
        best.add(scored(new Query.Prefix("p.pinyin", key), 290));
        best.add(scored(new Query.Prefix("p.initials", key), 230));
        if (NameForms.isPinyin(key) && key.length() >= 4) {
            best.add(
                    scored(
                            new Query.Text(
                                    List.of("p.pinyinGrams"), NameForms.gramsOf(key, 4), 100, 1f),
                            200));
        }
    }

    private static Query letters(String key, int ones, int twos) {
        return Query.all(
                new Query.Text(List.of("p.one"), key, ones, 1f),
                new Query.Text(List.of("p.two"), key, twos, 1f));
    }

    private static Query scored(Query query, float score) {
        return new Query.Scored(query, score);
    }
}
