package org.kaiyuan.platform.search.names;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How a name is read aloud, in letters without tones.
 *
 * <p>The reading in context (银行, 重庆) comes from {@code com.github.houbb:pinyin}, the second one from
 * {@code polyphones.txt} and the character's own first reading: libraries disagree on one name in 35, so
 * both are kept.
 */
final class Pinyin {
    private static final Map<String, List<String>> POLYPHONES = load();
    private static final Map<String, String> ALONE = new ConcurrentHashMap<>();
    private static final Set<String> SYLLABLES = syllables();
    private static final int LONGEST_SYLLABLE = 6;

    private Pinyin() {}

    /**
     * The ways to read a key, the likeliest first.
     *
     * @return lists of syllables; a run of Latin letters or digits is one syllable
     */
    static List<List<String>> readings(String key, int most) {
        var units = units(key);
        var context = inContext(units);
        var readings = new ArrayList<List<String>>();
        readings.add(context);
        // breadth first: one deviation from the likeliest reading before two
        for (int i = 0; i < units.size() && readings.size() < most; i++) {
            var others = others(units.get(i), context.get(i));
            int known = readings.size();
            for (var other : others) {
                for (int r = 0; r < known && readings.size() < most; r++) {
                    var changed = new ArrayList<>(readings.get(r));
                    changed.set(i, other);
                    readings.add(changed);
                }
            }
        }
        return readings;
    }

    static String joined(List<String> reading) {
        return String.join("", reading);
    }

    static String initials(List<String> reading, List<String> units) {
        var initials = new StringBuilder();
        for (int i = 0; i < reading.size(); i++) {
            var syllable = reading.get(i);
            if (ChineseText.hasHan(units.get(i))) {
                initials.append(syllable, 0, Math.min(1, syllable.length()));
            } else {
                initials.append(syllable);
            }
        }
        return initials.toString();
    }

    /** Characters, with runs of Latin letters and digits in one piece. */
    static List<String> units(String key) {
        var units = new ArrayList<String>();
        var run = new StringBuilder();
        key.codePoints()
                .forEach(c -> {
                    if (ChineseText.isHan(c)) {
                        if (!run.isEmpty()) {
                            units.add(run.toString());
                            run.setLength(0);
                        }
                        units.add(Character.toString(c));
                    } else {
                        run.appendCodePoint(c);
                    }
                });
        if (!run.isEmpty()) {
            units.add(run.toString());
        }
        return units;
    }

    /** True when the letters can be read as a row of syllables, the last one perhaps unfinished. */
    static boolean isReadable(String letters) {
        if (letters.length() < 2 || letters.length() > 200) {
            return false;
        }
        var reaches = new boolean[letters.length() + 1];
        reaches[0] = true;
        for (int end = 1; end <= letters.length(); end++) {
            for (int start = Math.max(0, end - LONGEST_SYLLABLE); start < end; start++) {
                if (reaches[start] && SYLLABLES.contains(letters.substring(start, end))) {
                    reaches[end] = true;
                    break;
                }
            }
        }
        if (reaches[letters.length()]) {
            return true;
        }
        for (int start = letters.length() - 1;
                start > 1 && start > letters.length() - LONGEST_SYLLABLE;
                start--) {
            var rest = letters.substring(start);
            if (reaches[start] && SYLLABLES.stream().anyMatch(s -> s.startsWith(rest))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> inContext(List<String> units) {
        var reading = new ArrayList<>(Collections.nCopies(units.size(), ""));
        int i = 0;
        while (i < units.size()) {
            if (!ChineseText.hasHan(units.get(i))) {
                reading.set(i, units.get(i));
                i++;
                continue;
            }
            int end = i;
            var run = new StringBuilder();
            while (end < units.size() && ChineseText.hasHan(units.get(end))) {
                run.append(units.get(end));
                end++;
            }
            var syllables =
                    PinyinHelper.toPinyin(run.toString(), PinyinStyleEnum.NORMAL, " ").split(" ");
            boolean whole = syllables.length == end - i;
            for (int k = i; k < end; k++) {
                reading.set(k, letters(whole ? syllables[k - i] : alone(units.get(k))));
            }
            i = end;
        }
        return reading;
    }

    private static List<String> others(String unit, String already) {
        if (!ChineseText.hasHan(unit)) {
            return List.of();
        }
        var others = new LinkedHashSet<>(POLYPHONES.getOrDefault(unit, List.of()));
        others.add(alone(unit));
        others.remove(already);
        return List.copyOf(others);
    }

    private static String alone(String unit) {
        return ALONE.computeIfAbsent(
                unit, u -> letters(PinyinHelper.toPinyin(u, PinyinStyleEnum.NORMAL, " ").strip()));
    }

    private static String letters(String syllable) {
        return syllable.replace('ü', 'v').replace("u:", "v");
    }

    private static Map<String, List<String>> load() {
        var polyphones = new HashMap<String, List<String>>();
        var file = Pinyin.class.getResourceAsStream("polyphones.txt");
        if (file == null) {
            throw new IllegalStateException("polyphones.txt is not on the class path");
        }
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    var columns = line.split(" ");
                    polyphones.put(columns[0], List.of(columns).subList(1, columns.length));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(polyphones);
    }

    private static Set<String> syllables() {
        var initials = "b p m f d t n l g k h j q x zh ch sh r z c s y w".split(" ");
        var finals =
                ("a o e i u v ai ei ui ao ou iu ie ve ue er an en in un vn ang eng ing ong ia ian iang iao"
                                + " iong ua uai uan uang uo")
                        .split(" ");
        var syllables =
                new HashSet<>(Arrays.asList("a o e ai ei ao ou er an en ang eng".split(" ")));
        for (var initial : initials) {
            for (var last : finals) {
                syllables.add(initial + last);
            }
        }
        return Set.copyOf(syllables);
    }
}
