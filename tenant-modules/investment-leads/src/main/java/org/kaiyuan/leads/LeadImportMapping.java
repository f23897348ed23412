package org.kaiyuan.leads;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.search.names.ChineseText;

/** What each column of a file holds; of a column that is not taken, nothing. */
public final class LeadImportMapping {
    private final List<@Nullable LeadImportField> fields;

    private LeadImportMapping(List<@Nullable LeadImportField> fields) {
        this.fields = new ArrayList<>(fields);
    }

    /** By what usually stands under such headings; of two alike the first. */
    static LeadImportMapping guess(List<String> headings) {
        var taken = EnumSet.noneOf(LeadImportField.class);
        var fields = new ArrayList<@Nullable LeadImportField>();
        for (var heading : headings) {
            var field = LeadImportField.guess(heading);
            fields.add(field != null && taken.add(field) ? field : null);
        }
        return new LeadImportMapping(fields);
    }

    /**
     * As a person says.
     *
     * @param columns one for each column, in their order; null for one that is not taken
     * @throws LeadImportColumnsRefused when no column holds project names, or two hold the same
     */
    public static LeadImportMapping of(List<@Nullable LeadImportField> columns) {
        var taken = EnumSet.noneOf(LeadImportField.class);
        for (var field : columns) {
            if (field != null && !taken.add(field)) {
                throw new LeadImportColumnsRefused("twice", field);
            }
        }
        var mapping = new LeadImportMapping(columns);
        mapping.refuseNameless();
        return mapping;
    }

    /**
     * As a client says; columns that it does not name are not taken.
     *
     * @param byHeading the API's field name for a heading; empty for one that is not taken
     * @throws LeadImportColumnsRefused when it names what is not there, no column holds names, or two hold the
     *     same
     */
    public static LeadImportMapping of(List<String> headings, Map<String, String> byHeading) {
        var byKey =
                byHeading.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        e -> ChineseText.key(e.getKey()),
                                        Map.Entry::getValue,
                                        (a, b) -> b));
        var keys = headings.stream().map(ChineseText::key).toList();
        byHeading.forEach((heading, field) -> {
            if (!keys.contains(ChineseText.key(heading))) {
                throw new LeadImportColumnsRefused("unknownHeading", heading);
            }
            if (!field.isBlank() && LeadImportField.named(field).isEmpty()) {
                throw new LeadImportColumnsRefused("unknownField", field);
            }
        });
        var columns = new ArrayList<@Nullable LeadImportField>();
        keys.forEach(key ->
                columns.add(LeadImportField.named(byKey.getOrDefault(key, "")).orElse(null)));
        return of(columns);
    }

    static LeadImportMapping stored(String[] names) {
        var fields = new ArrayList<@Nullable LeadImportField>();
        for (var name : names) {
            fields.add(LeadImportField.named(name).orElse(null));
        }
        return new LeadImportMapping(fields);
    }

    /** How it is stored: the API's names, empty for columns that are not taken. */
    String[] names() {
        return fields.stream()
                .map(field -> field == null ? "" : field.apiName())
                .toArray(String[]::new);
    }

    /** One for each column, in their order. */
    public List<@Nullable LeadImportField> fields() {
        return new ArrayList<>(fields);
    }

    void refuseNameless() {
        if (!fields.contains(LeadImportField.PROJECT_NAME)) {
            throw new LeadImportColumnsRefused();
        }
    }

    /** Under what a mapping of such headings is remembered. */
    static String keyOf(List<String> headings) {
        return headings.stream().map(ChineseText::key).collect(Collectors.joining("\u001f"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LeadImportMapping mapping && mapping.fields.equals(fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return String.join(",", names());
    }
}
