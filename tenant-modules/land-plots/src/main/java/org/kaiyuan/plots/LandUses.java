package org.kaiyuan.plots;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The uses of land that concern a park, out of the 国土空间调查、规划、用途管制用地用海分类指南
 * (自然资发〔2023〕234号); names of the guide, codes of two, four and six digits.
 */
public final class LandUses {
    /** 留白用地: what it is for is left open. */
    public static final String UNDECIDED = "16";

    private static final Map<String, String> NAMES = read();

    private LandUses() {}

    /** All codes, each class before what is under it. */
    public static List<String> codes() {
        return List.copyOf(NAMES.keySet());
    }

    /** Such as 一类工业用地 for {@code 100101}; null where there is no such code. */
    public static @Nullable String name(String code) {
        return NAMES.get(code);
    }

    /** Such as 「100101 一类工业用地」; the code alone where the guide does not know it. */
    public static String shown(String code) {
        var name = NAMES.get(code);
        return name == null ? code : code + " " + name;
    }

    public static boolean isKnown(String code) {
        return NAMES.containsKey(code);
    }

    /** 工矿用地 and 仓储用地: where factories and stores stand. */
    public static boolean isIndustrial(String code) {
        return code.startsWith("1001") || code.startsWith("11");
    }

    private static Map<String, String> read() {
        var names = new LinkedHashMap<String, String>();
        var file =
                Objects.requireNonNull(
                        LandUses.class.getResourceAsStream("/reference/landuse-codes.csv"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.readLine(); // headings
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var cells = line.split(",", -1);
                names.put(cells[0], cells[1]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
