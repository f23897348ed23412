package org.kaiyuan.platform.search.names;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything under which people look for one name: as it is written, and as it is read aloud.
 *
 * <p>To read a name takes many times longer than to take it apart, so what needs only the characters asks for {@link
 * WrittenForms}.
 *
 * @param pinyin the bare forms and the full name as they are read, in one word each
 * @param initials the first letters of these
 * @param textPinyin how {@code telling} alone is read, in one word
 * @param textInitials the first letters of {@code telling} alone
 * @param pinyinGrams runs of four letters of the reading of {@code text}, separated by blanks
 * @param initialGrams runs of two initials of {@code text}, separated by blanks
 */
public record NameForms(
        WrittenForms written,
        Set<String> pinyin,
        Set<String> initials,
        Set<String> textPinyin,
        Set<String> textInitials,
        String pinyinGrams,
        String initialGrams) {

    private static final int MOST_READINGS = 8;
    private static final int MOST_INITIALS = 4;

    /** All forms of a name. */
    public static NameForms of(@Nullable String name) {
        var written = WrittenForms.of(name);
        var spoken = new LinkedHashSet<>(written.bare());
        spoken.add(written.full());
        return new NameForms(
                written,
                pinyinOf(spoken, written.text()),
                initialsOf(spoken, written.text()),
                all(written.telling(), NameForms::pinyinTexts),
                all(written.telling(), NameForms::initialTexts),
                grams(pinyinTexts(written.text()), 4),
                grams(initialTexts(written.text()), 2));
    }

    /** Where only letters are typed, they may be pinyin or initials. */
    public static boolean hasHan(String text) {
        return ChineseText.hasHan(text);
    }

    /** True when the letters can be read as pinyin. */
    public static boolean isPinyin(String letters) {
        return Pinyin.isReadable(letters);
    }

    /** The likeliest reading of a key in one word. */
    public static String pinyinOf(String key) {
        return Pinyin.joined(Pinyin.readings(WrittenForms.cut(key), 1).get(0));
    }

    /** Runs of letters of what was typed as pinyin, separated by blanks. */
    public static String gramsOf(String letters, int length) {
        return grams(Set.of(letters), length);
    }

    private static Set<String> pinyinOf(Set<String> forms, String text) {
        var pinyin = new LinkedHashSet<String>();
        pinyin.addAll(pinyinTexts(text));
        for (var form : forms) {
            Pinyin.readings(form, MOST_READINGS).forEach(r -> pinyin.add(Pinyin.joined(r)));
        }
        return pinyin;
    }

    private static Set<String> initialsOf(Set<String> forms, String text) {
        var initials = new LinkedHashSet<String>();
        initials.addAll(initialTexts(text));
        for (var form : forms) {
            var units = Pinyin.units(form);
            Pinyin.readings(form, MOST_READINGS).stream()
                    .map(r -> Pinyin.initials(r, units))
                    .distinct()
                    .limit(MOST_INITIALS)
                    .forEach(initials::add);
        }
        return initials;
    }

    private static Set<String> pinyinTexts(String text) {
        return Pinyin.readings(text, MOST_READINGS).stream()
                .map(Pinyin::joined)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> initialTexts(String text) {
        var units = Pinyin.units(text);
        return Pinyin.readings(text, MOST_READINGS).stream()
                .map(r -> Pinyin.initials(r, units))
                .limit(MOST_INITIALS)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> all(Set<String> texts, Function<String, Set<String>> forms) {
        return texts.stream()
                .flatMap(text -> forms.apply(text).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String grams(Collection<String> words, int length) {
        var grams = new LinkedHashSet<String>();
        for (var word : words) {
            for (int i = 0; i + length <= word.length(); i++) {
                grams.add(word.substring(i, i + length));
            }
        }
        return String.join(" ", grams);
    }
}
