package org.kaiyuan.platform.search.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How Chinese text is compared: full and half width, case, old and new script, blanks and punctuation
 * make no difference.
 *
 * <p>The table of characters is OpenCC's, as {@code com.github.houbb:opencc4j} (Apache-2.0) carries it.
 */
public final class ChineseText {
    /** Behind every text that begins with a prefix, when appended to it; in the C collation. */
    public static final String LAST = "\uDBFF\uDFFF";

    private static final Map<Integer, Integer> SIMPLIFIED = load();

    /** The same for the plane that nearly all text is of: a search looks at ten thousand characters and more. */
    private static final int[] OF_THE_BASIC_PLANE = basicPlane();

    /** A surrogate in its pair is no surrogate to a pattern. */
    private static final Pattern NOT_STORABLE = Pattern.compile("[\\x00\\p{Cs}]");

    private ChineseText() {}

    /**
     * The form in which names are compared: NFKC, lower case, simplified, only letters and digits.
     *
     * @return empty for null and for text without any letter or digit
     */
    public static String key(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        var key = new StringBuilder(text.length());
        normalised(text)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .map(ChineseText::simplified)
                .forEach(key::appendCodePoint);
        return key.toString();
    }

    /**
     * {@link #key} of one character, quickly: for marking what was typed in long texts.
     *
     * @return -1 for what has no key; the first character of it when it has several
     */
    public static int keyOf(int codePoint) {
        if (codePoint < 0x80) {
            return Character.isLetterOrDigit(codePoint) ? Character.toLowerCase(codePoint) : -1;
        }
        if (codePoint >= 0x4E00 && codePoint <= 0x9FFF) {
            return simplified(codePoint);
        }
        var key = key(Character.toString(codePoint));
        return key.isEmpty() ? -1 : key.codePointAt(0);
    }

    /** In new script, everything else as it was. */
    public static String simplified(String text) {
        var simplified = new StringBuilder(text.length());
        text.codePoints().map(ChineseText::simplified).forEach(simplified::appendCodePoint);
        return simplified.toString();
    }

    /** Every character of the old script with its new one, for a {@code mapping} char filter. */
    public static Map<Integer, Integer> simplifications() {
        return SIMPLIFIED;
    }

    /** Without what neither PostgreSQL nor Elasticsearch takes: NUL, and halves of characters. */
    public static String storable(String text) {
        return text.chars().anyMatch(c -> c == 0 || Character.isSurrogate((char) c))
                ? NOT_STORABLE.matcher(text).replaceAll("")
                : text;
    }

    /** The beginning of a text, without half a character at its end. */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(
                0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    static String normalised(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    static boolean isHan(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
    }

    static boolean hasHan(String text) {
        return text.codePoints().anyMatch(ChineseText::isHan);
    }

    private static int simplified(int codePoint) {
        return codePoint < OF_THE_BASIC_PLANE.length
                ? OF_THE_BASIC_PLANE[codePoint]
                : SIMPLIFIED.getOrDefault(codePoint, codePoint);
    }

    private static int[] basicPlane() {
        var plane = new int[Character.MIN_SUPPLEMENTARY_CODE_POINT];
        Arrays.setAll(plane, c -> SIMPLIFIED.getOrDefault(c, c));
        return plane;
    }

    private static Map<Integer, Integer> load() {
        var table = new HashMap<Integer, Integer>(8192);
        var file = ChineseText.class.getResourceAsStream("/data/dictionary/TSCharacters.txt");
        if (file == null) {
            throw new IllegalStateException(
                    "opencc4j's table of characters is not on the class path");
        }
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var columns = line.strip().split("\\s+");
                if (columns.length >= 2) {
                    int old = columns[0].codePointAt(0);
                    int now = columns[1].codePointAt(0);
                    if (old != now) {
                        table.put(old, now);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // a character is its own last form: no chain is left, so the key of a key is the key
        table.replaceAll((old, now) -> table.getOrDefault(now, now));
        return Map.copyOf(table);
    }
}
