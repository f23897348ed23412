package org.kaiyuan.bench.quality;

import com.ibm.icu.text.Transliterator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes questions from names. It shares nothing with the product's own analysis: places and endings are cut
 * by patterns of its own, readings and old script come from ICU.
 *
 * <p>A name's digest puts it into one of two halves: the design is tuned on one and judged by the other.
 */
public final class LabelledQueries {
    /** Which half of the names. */
    public enum Half {
        TUNING,
        JUDGING
    }

    private static final Pattern PLACE =
            Pattern.compile(
                    "^(?:中国|(?:北京|上海|天津|重庆)市?|(?:四川|广东|湖北|湖南|河北|河南|山东|山西|陕西|江西|江苏|浙江|安徽|福建|贵州|云南|海南|甘肃|青海|辽宁|吉林|黑龙江)省?"
                            + "|(?:成都|绵阳|德阳|自贡|泸州|宜宾|达州|南充|广安|广元|遂宁|内江|乐山|眉山|雅安|巴中|资阳|攀枝花)(?:市(?!场))?"
                            + "|\\p{IsHan}{2,3}(?:市(?!场)|县|自治州))");
    private static final Pattern ENDING =
            Pattern.compile(
                    "(?:有限责任公司|股份有限公司|有限公司|集团公司|总公司|公司|农民专业合作社|专业合作社|合作社|[（(](?:有限合伙|普通合伙)[）)])$");
    private static final Pattern BRANCH = Pattern.compile("(?:公司|银行|合作社).*[^司社）)]$|公司.+公司$");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");
    private static final Pattern NEVER_READABLE = Pattern.compile("[^a-z ]");

    private final Transliterator reading = Transliterator.getInstance("Han-Latin; Latin-ASCII");
    private final Transliterator traditional = Transliterator.getInstance("Simplified-Traditional");
    private final List<String> names;
    private final Random random;

    private LabelledQueries(List<String> names, long seed) {
        this.names = names;
        this.random = new Random(seed);
    }

    /**
     * Up to {@code perKind} questions of each kind, the same for the same names and seed.
     *
     * @param names any order, any number
     */
    public static Map<QueryKind, List<LabelledQuery>> from(
            List<String> names, Half half, int perKind, long seed) {
        var mine = names.stream().distinct().filter(n -> half(n) == half).sorted().toList();
        return new LabelledQueries(mine, seed).make(perKind);
    }

    static Half half(String name) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(name.getBytes(StandardCharsets.UTF_8));
            return (digest[0] & 1) == 0 ? Half.TUNING : Half.JUDGING;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<QueryKind, List<LabelledQuery>> make(int perKind) {
        var made = new EnumMap<QueryKind, List<LabelledQuery>>(QueryKind.class);
        for (var kind : QueryKind.values()) {
            var queries = new ArrayList<LabelledQuery>();
            for (int tries = 0; queries.size() < perKind && tries < perKind * 20; tries++) {
                if (names.isEmpty()) {
                    break;
                }
                var name = names.get(random.nextInt(names.size()));
                var typed = typed(kind, name);
                if (typed != null) {
                    queries.add(new LabelledQuery(kind, typed, name));
                }
            }
            made.put(kind, List.copyOf(queries));
        }
        return made;
    }

    /** Null when this name cannot be asked for in this way. */
    private @Nullable String typed(QueryKind kind, String name) {
        var core = core(name);
        boolean han = HAN.matcher(core).matches();
        return switch (kind) {
            case FULL -> name;
            case TRADITIONAL -> {
                var old = traditional.transliterate(name);
                yield old.equals(name) ? null : old;
            }
            case ABBREVIATED -> core.length() >= 3 ? core : null;
            case ENDS, ENDS_OF_BRANCH ->
                    core.length() >= 5
                                    && han
                                    && BRANCH.matcher(name).find()
                                            == (kind == QueryKind.ENDS_OF_BRANCH)
                            ? core.substring(0, 2) + core.substring(core.length() - 2)
                            : null;
            case ONE_WRONG -> core.length() >= 4 && han ? wrong(core) : null;
            case ONE_MISSING -> core.length() >= 4 && han ? missing(core) : null;
            case SWAPPED -> core.length() >= 4 && han ? swapped(core) : null;
            case PINYIN_JOINED -> core.length() >= 3 && han ? read(core, "") : null;
            case PINYIN_SPACED -> core.length() >= 3 && han ? read(core, " ") : null;
            case INITIALS -> core.length() >= 4 && han ? initials(core) : null;
        };
    }

    static String core(String name) {
        var rest = ENDING.matcher(name).replaceFirst("");
        for (int i = 0; i < 2; i++) {
            var place = PLACE.matcher(rest);
            if (!place.find() || rest.length() - place.end() < 2) {
                break;
            }
            rest = rest.substring(place.end());
        }
        return rest;
    }

    private String wrong(String core) {
        int at = random.nextInt(core.length());
        char other;
        do {
            var donor = names.get(random.nextInt(names.size()));
            other = donor.charAt(random.nextInt(donor.length()));
        } while (other == core.charAt(at) || !Character.isIdeographic(other));
        return core.substring(0, at) + other + core.substring(at + 1);
    }

    private String missing(String core) {
        int at = random.nextInt(core.length());
        return core.substring(0, at) + core.substring(at + 1);
    }

    private @Nullable String swapped(String core) {
        int at = random.nextInt(core.length() - 1);
        var swapped =
                core.substring(0, at)
                        + core.charAt(at + 1)
                        + core.charAt(at)
                        + core.substring(at + 2);
        return swapped.equals(core) ? null : swapped;
    }

    private @Nullable String read(String core, String between) {
        var syllables = syllables(core);
        return syllables == null ? null : String.join(between, syllables);
    }

    private @Nullable String initials(String core) {
        var syllables = syllables(core);
        if (syllables == null) {
            return null;
        }
        var initials = new StringBuilder();
        syllables.forEach(s -> initials.append(s.charAt(0)));
        return initials.toString();
    }

    private @Nullable List<String> syllables(String core) {
        var read = reading.transliterate(core).strip().toLowerCase(java.util.Locale.ROOT);
        if (NEVER_READABLE.matcher(read).find()) {
            return null;
        }
        var syllables = List.of(read.split(" +"));
        return syllables.size() == core.codePointCount(0, core.length()) ? syllables : null;
    }
}
