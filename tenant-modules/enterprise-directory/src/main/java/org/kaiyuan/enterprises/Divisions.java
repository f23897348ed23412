package org.kaiyuan.enterprises;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What administrative divisions are called: provinces, cities and counties, and the streets of Sichuan. */
public final class Divisions {
    private static final int[] LEVELS = {2, 4, 6, 9};
    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    static {
        CodeTable.read("divisions.csv").forEach(line -> NAMES.put(line.code(), line.name()));
    }

    private static final List<String> CODES = List.copyOf(NAMES.keySet());

    private Divisions() {}

    /** All codes in their order: each before what is in it. */
    public static List<String> codes() {
        return CODES;
    }

    /** Such as 旌阳区 for {@code 510603}; null where there is no such code. */
    public static @Nullable String name(String code) {
        return NAMES.get(code);
    }

    /** Such as 四川省德阳市旌阳区; the code itself where there is no such division. */
    public static String shown(String code) {
        if (!NAMES.containsKey(code)) {
            return code;
        }
        var path = new StringBuilder();
        for (int level : LEVELS) {
            var name = level <= code.length() ? NAMES.get(code.substring(0, level)) : null;
            if (name != null && !(level == 4 && name.equals("市辖区"))) {
                path.append(name);
            }
        }
        return path.toString();
    }
}
