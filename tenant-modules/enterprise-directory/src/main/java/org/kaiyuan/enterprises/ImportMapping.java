package org.kaiyuan.enterprises;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.search.names.ChineseText;

/** What each column of a file holds; of a column that is not taken, nothing. */
public final class ImportMapping {
    private final List<@Nullable ImportTarget> targets;

    private ImportMapping(List<@Nullable ImportTarget> targets) {
        this.targets = new ArrayList<>(targets);
    }

    /** By what usually stands under such headings; of two alike the first. */
    static ImportMapping guess(List<String> headings, QualificationWords qualifications) {
        boolean yearColumn =
                headings.stream().anyMatch(h -> ImportField.guess(h) == ImportField.YEAR);
        var taken = new HashSet<String>();
        var targets = new ArrayList<@Nullable ImportTarget>();
        for (var heading : headings) {
            var target = ImportGuess.of(heading, yearColumn, qualifications);
            targets.add(target != null && taken.add(target.written()) ? target : null);
        }
        return new ImportMapping(targets);
    }

    /**
     * As a person or a client says.
     *
     * @param columns one for each column, in their order; null for one that is not taken
     * @throws ImportColumnsRefused when no column holds names, two hold the same, or a year or kind is
     *     missing
     */
    public static ImportMapping of(List<@Nullable ImportTarget> columns) {
        var mapping = new ImportMapping(columns);
        mapping.refuseClashes();
        mapping.refuseUnsaid();
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
            if (!field.isBlank() && ImportTarget.named(field).isEmpty()) {
                throw new ImportColumnsRefused("unknownField", field);
            }
        });
        var targets = new ArrayList<@Nullable ImportTarget>();
        keys.forEach(
                key -> targets.add(ImportTarget.named(byKey.getOrDefault(key, "")).orElse(null)));
        return of(targets);
    }

    static ImportMapping stored(String[] names) {
        var targets = new ArrayList<@Nullable ImportTarget>();
        for (var name : names) {
            targets.add(ImportTarget.named(name).orElse(null));
        }
        return new ImportMapping(targets);
    }

    /** How it is stored: the API's names, empty for columns that are not taken. */
    String[] names() {
        return targets.stream()
                .map(target -> target == null ? "" : target.apiName())
                .toArray(String[]::new);
    }

    /** One for each column, in their order. */
    public List<@Nullable ImportTarget> targets() {
        return new ArrayList<>(targets);
    }

    /** Where the column lies that holds it; −1 where none does. */
    int positionOf(ImportField field) {
        return targets.indexOf(ImportTarget.of(field));
    }

    void refuseNameless() {
        if (positionOf(ImportField.NAME) < 0) {
            throw new ImportColumnsRefused();
        }
    }

    void refuseUnknownKinds(QualificationWords qualifications) {
        targets.stream()
                .filter(Objects::nonNull)
                .filter(t -> t.field().of() == ImportField.Of.QUALIFICATION)
                .filter(t -> t.of() == null || !qualifications.isCode(t.of()))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new ImportColumnsRefused("unknownField", unknown.apiName());
                });
    }

    private void refuseUnsaid() {
        boolean yearColumn = positionOf(ImportField.YEAR) >= 0;
        for (var target : targets) {
            if (target != null && target.of() == null) {
                switch (target.field().of()) {
                    case YEAR -> {
                        if (!yearColumn) {
                            throw new ImportColumnsRefused("yearless", target.field());
                        }
                    }
                    case QUALIFICATION ->
                            throw new ImportColumnsRefused("kindless", target.field());
                    case NOTHING -> {}
                }
            }
        }
    }

    private void refuseClashes() {
        var taken = new HashSet<String>();
        for (var target : targets) {
            if (target != null && !taken.add(target.written())) {
                throw new ImportColumnsRefused("twice", target.field());
            }
        }
    }

    /** Under what a mapping of such headings is remembered. */
    static String keyOf(List<String> headings) {
        return headings.stream().map(ChineseText::key).collect(Collectors.joining("\u001f"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ImportMapping mapping && mapping.targets.equals(targets);
    }

    @Override
    public int hashCode() {
        return targets.hashCode();
    }

    @Override
    public String toString() {
        return Arrays.toString(names());
    }
}
