package org.kaiyuan.plots.ground;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plot or a layer's area as a file has it.
 *
 * @param number 地块编号, empty where there is none
 * @param name 地块名称, empty where there is none
 * @param declaredAreaM2 as somebody wrote it, in m²
 * @param useCode 地类编码, empty where there is none
 * @param useName 地块用途, empty where there is none
 * @param attributes all else, in the file's order and by the file's names
 * @param line of the file in which it begins; the number of the record in a Shapefile
 * @param repairs what was assumed to read it: a person has to agree
 */
public record GroundRecord(
        GroundShape shape,
        String number,
        String name,
        @Nullable BigDecimal declaredAreaM2,
        String useCode,
        String useName,
        Map<String, String> attributes,
        int line,
        List<Repair> repairs) {
    public GroundRecord {
        repairs = List.copyOf(repairs);
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** One that comes from elsewhere than a file. */
    public static GroundRecord of(GroundShape shape, String number, String name) {
        return new GroundRecord(shape, number, name, null, "", "", Map.of(), 0, List.of());
    }

    /** The same with another number. */
    public GroundRecord numbered(String other) {
        return new GroundRecord(
                shape, other, name, declaredAreaM2, useCode, useName, attributes, line, repairs);
    }

    /** Number and name, as messages call it. */
    public String label() {
        return label(number, name);
    }

    static String label(String number, String name) {
        return GroundFault.shortened((number + " " + name).strip());
    }
}
