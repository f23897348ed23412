package org.kaiyuan.platform.search.names;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * A text with what was typed marked in it, whatever its script, case or width.
 *
 * <p>Worked out here: Elasticsearch's highlighter runs every part of the question again for every field of every
 * hit, which took three times as long as the search.
 *
 * @param html the text or the part of it around the longest match; its only tag is {@code <em>}
 * @param share how much of what was typed is there in runs of two characters or more, between 0 and 1
 */
public record Marked(String html, double share) {
    private static final int SHORTEST_RUN = 2;

    /**
     * Marks runs of two characters or more (a single one when no more was typed).
     *
     * @param most characters of the text to show
     * @return null when nothing of it is there
     */
    public static @Nullable Marked in(@Nullable String text, String typedKey, int most) {
        if (text == null || typedKey.isEmpty()) {
            return null;
        }
        var typed = typedKey.codePoints().toArray();
        int shortest = Math.min(SHORTEST_RUN, typed.length);
        var at = new int[text.length()];
        var key = new int[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = ChineseText.keyOf(text.codePointAt(i));
            if (c >= 0) {
                at[length] = i;
                key[length++] = c;
            }
        }
        var marked = new BitSet(text.length());
        var covered = new BitSet(typed.length);
        int bestAt = -1;
        int best = 0;
        for (int i = 0; i < length; ) {
            int longest = 0;
            int from = 0;
            for (int t = 0; t < typed.length; t++) {
                int run = run(key, length, i, typed, t);
                if (run > longest) {
                    longest = run;
                    from = t;
                }
            }
            if (longest < shortest) {
                i++;
                continue;
            }
            for (int r = 0; r < longest; r++) {
                int start = at[i + r];
                marked.set(start, start + Character.charCount(text.codePointAt(start)));
            }
            covered.set(from, from + longest);
            if (longest > best) {
                best = longest;
                bestAt = at[i];
            }
            i += longest;
        }
        return bestAt < 0
                ? null
                : new Marked(
                        html(text, marked, bestAt, most),
                        (double) covered.cardinality() / typed.length);
    }

    private static int run(int[] key, int length, int i, int[] typed, int t) {
        int run = 0;
        while (i + run < length && t + run < typed.length && key[i + run] == typed[t + run]) {
            run++;
        }
        return run;
    }

    private static String html(String text, BitSet marked, int around, int most) {
        int from = text.length() <= most ? 0 : Math.max(0, around - most / 4);
        int to = Math.min(text.length(), from + most);
        if (from > 0 && Character.isLowSurrogate(text.charAt(from))) {
            from--;
        }
        if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
            to++;
        }
        var html = new StringBuilder(from > 0 ? "…" : "");
        for (int i = from; i < to; ) {
            boolean mark = marked.get(i);
            int end = Math.min(to, mark ? marked.nextClearBit(i) : next(marked, i, to));
            var part = HtmlUtils.htmlEscape(text.substring(i, end), StandardCharsets.UTF_8.name());
            html.append(mark ? "<em>" + part + "</em>" : part);
            i = end;
        }
        return html.append(to < text.length() ? "…" : "").toString();
    }

    private static int next(BitSet marked, int from, int otherwise) {
        int next = marked.nextSetBit(from);
        return next < 0 ? otherwise : next;
    }
}
