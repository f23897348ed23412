package org.kaiyuan.enterprises;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What industries are called: GB/T 4754-2017, and the leading industries of the Sichuan development-zone
 * plan 2023–2027 (chapter 4) with their sub-industries.
 */
public final class Industries {
    private static final Map<String, String> NAMES = new LinkedHashMap<>();
    private static final Map<String, List<String>> LEADING = new LinkedHashMap<>();

    static {
        CodeTable.read("gbt4754-2017.csv").forEach(line -> NAMES.put(line.code(), line.name()));
        CodeTable.read("plan-industries.csv")
                .forEach(line ->
                        LEADING.computeIfAbsent(line.code(), industry -> new ArrayList<>())
                                .add(line.name()));
    }

    private static final List<String> CODES = List.copyOf(NAMES.keySet());

    private Industries() {}

    /** All codes of the standard in its order: sections A…T, then what is under each. */
    public static List<String> codes() {
        return CODES;
    }

    /** Such as 石墨及碳素制品制造 for {@code C3091}; null where the standard has no such code. */
    public static @Nullable String name(String code) {
        return NAMES.get(code);
    }

    /** Such as 「C3091 石墨及碳素制品制造」; the code alone where the standard does not know it. */
    public static String shown(String code) {
        var name = NAMES.get(code);
        return name == null ? code : code + " " + name;
    }

    /** The leading industries of the plan, such as 装备制造产业. */
    public static List<String> leading() {
        return List.copyOf(LEADING.keySet());
    }

    /** Those of one leading industry; of all where it is null or not in the plan. */
    public static List<String> subIndustries(@Nullable String leading) {
        var own = LEADING.get(leading);
        return own != null
                ? List.copyOf(own)
                : LEADING.values().stream().flatMap(List::stream).distinct().toList();
    }
}
