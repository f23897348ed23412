package org.kaiyuan.services;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody filled in.
 *
 * @param values by field: one text, of CHOICES and FILE several; a date as ISO, a number plain, YES_NO {@code yes} or
 *     {@code no}; of ADDRESS two: code of the division and the rest; of ENTERPRISE two: credit code and name
 * @param tables by field: rows by column
 */
public record FormAnswers(
        Map<String, List<String>> values, Map<String, List<Map<String, String>>> tables) {
    public static final FormAnswers NONE = new FormAnswers(Map.of(), Map.of());

    public FormAnswers {
        values = Map.copyOf(values);
        tables = Map.copyOf(tables);
    }

    /** Of a field with one value; null where there is none. */
    public @Nullable String one(String field) {
        var found = values.get(field);
        return found == null || found.isEmpty() ? null : found.getFirst();
    }
}
