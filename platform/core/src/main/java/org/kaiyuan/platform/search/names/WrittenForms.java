package org.kaiyuan.platform.search.names;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything under which people look for a name when they write its characters; the same is derived from a name and
 * from what is typed.
 *
 * @param full the key of the whole name
 * @param bare the name without its legal ending: with its places, and after each place taken off
 * @param cores the name with its ending, after each place taken off
 * @param alias abbreviations that begin with a province's or city's letter (川华创…)
 * @param parent full and bare forms of the company a branch belongs to
 * @param sorted the letters of the full and the bare forms in order, for swapped ones
 * @param ends first two and last two characters of the bare forms
 * @param text what tells the name from others: no place, no ending
 * @param skips pairs of characters of {@code text} two to four apart, separated by blanks
 * @param places short names of the places at its head or in brackets
 * @param telling {@code text}, and what is left when also a doubtful place at its head is taken off
 * @param textEnds first two and last two characters of {@code telling}; none of what is shorter than four
 */
public record WrittenForms(
        String full,
        Set<String> bare,
        Set<String> cores,
        Set<String> alias,
        Set<String> parent,
        Set<String> sorted,
        Set<String> ends,
        String text,
        String skips,
        Set<String> places,
        Set<String> telling,
        Set<String> textEnds) {

    private static final Pattern BRACKETS = Pattern.compile("[(\\[【〔《<].*?[)\\]】〕》>]");
    private static final int LONGEST_KEY = 120;

    /** All written forms of a name, or of what was typed. */
    public static WrittenForms of(@Nullable String name) {
        var raw = name == null ? "" : name.strip();
        var full = cut(ChineseText.key(raw));
        var keys = new LinkedHashSet<String>();
        keys.add(full);
        var places = new LinkedHashSet<String>();
        var inside = BRACKETS.matcher(ChineseText.normalised(raw));
        if (inside.find()) {
            var outside = cut(ChineseText.key(inside.replaceAll("")));
            if (outside.length() >= 2) {
                keys.add(outside);
            }
            inside.reset();
            while (inside.find()) {
                var bracketed = ChineseText.key(inside.group());
                if (PlaceNames.isPlace(bracketed)) {
                    places.addAll(PlaceNames.shortForms(bracketed));
                }
            }
        }
        var bare = new LinkedHashSet<String>();
        var cores = new LinkedHashSet<String>();
        var alias = new LinkedHashSet<String>();
        var parent = new LinkedHashSet<String>();
        var text = full;
        var least = full;
        for (var key : keys) {
            bare.addAll(LegalEndings.allOff(key));
            text = tellingPart(key, true);
            least = tellingPart(key, false);
            for (var step : PlaceNames.strippedStepByStep(key)) {
                cores.add(step.rest());
                places.add(step.place().name());
                var off = LegalEndings.allOff(step.rest());
                bare.addAll(off);
                var letter = PlaceNames.letterOf(step.place().name());
                if (letter != null) {
                    off.forEach(o -> alias.add(letter + o));
                }
            }
            addParent(key, parent);
        }
        var branchText = LegalEndings.allInnerOff(text);
        var telling = new LinkedHashSet<String>();
        telling.add(branchText);
        telling.add(LegalEndings.allInnerOff(least));
        return new WrittenForms(
                full,
                bare,
                cores,
                alias,
                parent,
                sortedOf(full, bare),
                endsOf(bare),
                branchText,
                skipsOf(branchText),
                places,
                telling,
                endsOf(telling));
    }

    public boolean isBranch() {
        return !parent.isEmpty();
    }

    private static void addParent(String key, Set<String> parent) {
        var head = LegalEndings.parent(key);
        if (head == null) {
            return;
        }
        parent.add(head);
        parent.addAll(LegalEndings.allOff(head));
        for (var step : PlaceNames.strippedStepByStep(head)) {
            parent.add(step.rest());
            parent.addAll(LegalEndings.allOff(step.rest()));
        }
    }

    /**
     * Takes places off as long as enough is left to tell the name by.
     *
     * @param sureOnly leaves what may be a county or a brand (路桥, 金牛)
     */
    private static String tellingPart(String key, boolean sureOnly) {
        var text = LegalEndings.off(key);
        for (var step : PlaceNames.strippedStepByStep(key)) {
            var off = LegalEndings.off(step.rest());
            if (sureOnly && !step.place().sure() || off.length() < (step.place().sure() ? 2 : 4)) {
                break;
            }
            text = off;
        }
        return text;
    }

    private static Set<String> sortedOf(String full, Collection<String> bare) {
        var sorted = new LinkedHashSet<String>();
        sorted.add(sorted(full));
        bare.forEach(b -> sorted.add(sorted(b)));
        return sorted;
    }

    private static String sorted(String key) {
        return key.codePoints()
                .sorted()
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static Set<String> endsOf(Collection<String> bare) {
        var ends = new LinkedHashSet<String>();
        for (var form : bare) {
            int[] c = form.codePoints().toArray();
            if (c.length >= 4) {
                ends.add(
                        new String(new int[] {c[0], c[1], c[c.length - 2], c[c.length - 1]}, 0, 4));
            }
        }
        return ends;
    }

    private static String skipsOf(String text) {
        var c = text.codePoints().toArray();
        var skips = new StringBuilder();
        for (int i = 0; i < c.length; i++) {
            for (int distance = 2; distance <= 4 && i + distance < c.length; distance++) {
                skips.append(skips.isEmpty() ? "" : " ")
                        .appendCodePoint(c[i])
                        .appendCodePoint(c[i + distance]);
            }
        }
        return skips.toString();
    }

    /** As long as the longest form that is kept. */
    public static String cut(String key) {
        return ChineseText.cut(key, LONGEST_KEY);
    }
}
