package org.kaiyuan.services;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.search.Query;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.platform.search.names.NameForms;

/** What a guide is found by, and what a person typed as a question to it. */
final class ServiceForms {
    /** Nobody types more. */
    static final int LONGEST = 100;

    /** What people put around the thing that they ask for. */
    private static final Pattern ASKING =
            Pattern.compile(
                    "(?iu)what\\s+do\\s+i\\s+need(\\s+(for|to))?|how\\s+(do|can)\\s+i|i\\s+(want|need)\\s+to|apply\\s+for"
                            + "|请问|我想要?|我要|想要|需要(提交|准备|带|交)?(什么|哪些)?(材料|资料|手续|条件)?|(要|带|交|准备)(什么|哪些)(材料|资料|手续)?"
                            + "|什么(材料|资料|手续)|哪些(材料|资料|手续)|怎么(办理?|申请|弄)|如何(办理?|申请)?|在哪里?(办理?|申请)?|办理?一?个|[?？]");

    private static final Pattern WORD = Pattern.compile("[a-z]+");

    private ServiceForms() {}

    /** The thing itself, without the words of asking; all of it where nothing else is there. */
    static String asked(String typed) {
        var words = ChineseText.cut(ChineseText.storable(typed), LONGEST).strip();
        var thing = ASKING.matcher(words).replaceAll(" ").strip();
        return ChineseText.key(thing).isEmpty() ? words : thing;
    }

    static Map<String, Object> of(String code, ServiceNote note, boolean open) {
        var title = note.title();
        var forms = NameForms.of(title);
        var key = ChineseText.key(title);
        Map<String, Object> p = new HashMap<>();
        p.put("key", key);
        p.put("one", key);
        p.put("two", key);
        p.put("pinyin", forms.pinyin());
        p.put("initials", forms.initials());
        p.put("initialLetters", forms.initials());
        p.put("pinyinGrams", forms.pinyinGrams());
        Map<String, Object> source = new HashMap<>();
        source.put("p", p);
        source.put("code", ChineseText.key(code).toUpperCase(Locale.ROOT));
        source.put("topics", note.topics());
        source.put("open", Boolean.toString(open));
        var guide = guide(note);
        source.put("guide", guide.stream().map(ChineseText::key).collect(Collectors.joining(" ")));
        source.put("words", String.join("\n", guide));
        source.put("english", stems(String.join("\n", english(note))));
        return source;
    }

    /** Everything that is said in Chinese, in the order in which it is read. */
    static List<String> guide(ServiceNote note) {
        var said = new ArrayList<String>();
        texts(said, note.guide());
        note.materials()
                .forEach(material -> {
                    said.add(material.name());
                    add(said, material.remark());
                });
        note.grounds()
                .forEach(one ->
                        said.add(
                                one.article() == null
                                        ? one.title()
                                        : one.title() + " " + one.article()));
        said.addAll(note.topics());
        add(said, note.window());
        return said;
    }

    static List<String> english(ServiceNote note) {
        var said = new ArrayList<String>();
        var guide = note.english();
        if (guide != null) {
            said.add(guide.title());
            texts(said, guide);
        }
        note.materials().forEach(material -> add(said, material.nameEn()));
        return said;
    }

    /** One and many are the same word, and so are both spellings of a licence. */
    static String stems(String english) {
        return WORD.matcher(english.toLowerCase(Locale.ROOT))
                .replaceAll(found -> {
                    var word = found.group().replace("licens", "licenc");
                    if (word.endsWith("ies") && word.length() > 4) {
                        return word.substring(0, word.length() - 3) + "y";
                    }
                    return word.endsWith("s") && !word.endsWith("ss") && word.length() > 3
                            ? word.substring(0, word.length() - 1)
                            : word;
                });
    }

    private static void texts(List<String> said, GuideText guide) {
        add(said, guide.conditions());
        add(said, guide.audience());
        add(said, guide.process());
        add(said, guide.result());
        add(said, guide.fees());
        add(said, guide.contact());
    }

    private static void add(List<String> said, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            said.add(text);
        }
    }

    /** @param asked of {@link #asked} */
    static Query query(String asked) {
        var key = ChineseText.cut(ChineseText.key(asked), LONGEST);
        if (key.isEmpty()) {
            return new Query.Everything();
        }
        var best = new ArrayList<Query>();
        best.add(scored(Query.is("p.key", key), 900));
        best.add(scored(new Query.Prefix("p.key", key), 600));
        best.add(scored(new Query.Phrase("p.one", key, 0), 400));
        if (NameForms.hasHan(key)) {
            if (key.length() >= 4) {
                best.add(scored(letters(key, 100, 50), 100));
                best.add(scored(letters(key, 80, 60), 60));
            }
            best.add(scored(new Query.Phrase("guide", key, 0), 40));
            best.add(scored(new Query.Text(List.of("words"), asked, 70, 1f), 20));
        } else {
            latin(best, key, asked);
        }
        return new Query.Preferring(
                new Query.Best(best),
                List.of(
                        new Query.Text(List.of("p.two"), key, 1, 1f),
                        new Query.Text(List.of("words", "english"), stems(asked), 1, 0.5f)));
    }

    private static void latin(List<Query> best, String key, String asked) {
        var code = key.toUpperCase(Locale.ROOT);
        best.add(scored(Query.is("code", code), 1000));
        if (key.length() >= 3) {
            best.add(scored(new Query.Prefix("code", code), 800));
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
        best.add(scored(new Query.Phrase("guide", key, 0), 40));
        best.add(scored(new Query.Text(List.of("english"), stems(asked), 70, 1f), 120));
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
