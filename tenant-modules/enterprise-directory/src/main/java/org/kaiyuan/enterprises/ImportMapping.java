package org.kaiyuan.enterprises;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.search.names.ChineseText;

/** What each column of a file holds; of a column that is not taken, nothing. */
public final class ImportMapping {
    private final List<@Nullable ImportField> fields;

    private ImportMapping(List<@Nullable ImportField> fields) {
        this.fields = new ArrayList<>(fields);
    }

    /** By what usually stands under such headings; of two alike the first. */
    public static ImportMapping guess(List<String> headings) {
        var fields = new ArrayList<@Nullable ImportField>();
        for (var heading : headings) {
            var field = ImportField.guess(heading);
            boolean free =
                    field != null
                            && fields.stream()
                                    .noneMatch(taken -> taken != null && field.clashesWith(taken));
            fields.add(free ? field : null);
        }
        return new ImportMapping(fields);
    }

    /**
     * As a person or a client says.
     *
     * @param columns one for each column, in their order; null for one that is not taken
     * @throws ImportColumnsRefused when no column holds names, or two hold the same
     */
    public static ImportMapping of(List<@Nullable ImportField> columns) {
        var mapping = new ImportMapping(columns);
        mapping.refuseClashes();
        mapping.refuseNameless();
        return mapping;
    }

    /**
     * As a client says; columns that it does not name are not taken.
     *
     * @param byHeading the API's field name for a heading; empty for one that is not taken
     * @throws ImportColumnsRefused when it names what is not there, no column holds names, or two hold
     *     the same
     */
    public static ImportMapping of(List<String> headings, Map<String, String> byHeading) {
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
                throw new ImportColumnsRefused("unknownHeading", heading);
            }
            if (!field.isBlank() && ImportField.named(field).isEmpty()) {
                throw new ImportColumnsRefused("unknownField", field);
            }
        });
        var fields = new ArrayList<@Nullable ImportField>();
        keys.forEach(
                key -> fields.add(ImportField.named(byKey.getOrDefault(key, "")).orElse(null)));
        return of(fields);
    }

    static ImportMapping stored(String[] names) {
        var fields = new ArrayList<@Nullable ImportField>();
        for (var name : names) {
            fields.add(ImportField.named(name).orElse(null));
        }
        return new ImportMapping(fields);
    }

    /** How it is stored: the API's names, empty for columns that are not taken. */
    String[] names() {
        return fields.stream()
                .map(field -> field == null ? "" : field.apiName())
                .toArray(String[]::new);
    }

    /** One for each column, in their order. */
    public List<@Nullable ImportField> fields() {
        return new ArrayList<>(fields);
    }

    /** Where the column lies that holds it; −1 where none does. */
    int positionOf(ImportField field) {
        return fields.indexOf(field);
    }

    void refuseNameless() {
        if (positionOf(ImportField.NAME) < 0) {
            throw new ImportColumnsRefused();
        }
    }

    private void refuseClashes() {
        for (int i = 0; i < fields.size(); i++) {
            var field = fields.get(i);
            for (int j = 0; j < i && field != null; j++) {
                var before = fields.get(j);
                if (before != null && field.clashesWith(before)) {
                    throw new ImportColumnsRefused("twice", field);
                }
            }
        }
    }

    /** Under what a mapping of such headings is remembered. */
    static String keyOf(List<String> headings) {
        return headings.stream().map(ChineseText::key).collect(Collectors.joining("\u001f"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ImportMapping mapping && mapping.fields.equals(fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}
