package org.kaiyuan.platform.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.search.names.ChineseText;

/** What each column of a file holds; of a column that is not taken, nothing. */
public final class ColumnMapping<C> {
    private final ColumnWords<C> words;
    private final List<@Nullable C> columns;

    private ColumnMapping(ColumnWords<C> words, List<@Nullable C> columns) {
        this.words = words;
        this.columns = new ArrayList<>(columns);
    }

    /** Of two that would write the same, the first. */
    public static <C> ColumnMapping<C> guessed(ColumnWords<C> words, List<@Nullable C> guesses) {
        var taken = new HashSet<Object>();
        var columns = new ArrayList<@Nullable C>();
        for (var guess : guesses) {
            columns.add(guess != null && taken.add(words.written(guess)) ? guess : null);
        }
        return new ColumnMapping<>(words, columns);
    }

    /**
     * As a person or a client says.
     *
     * @param columns one for each column, in their order; null for one that is not taken
     * @throws ImportColumnsRefused when the leading column is missing, two hold the same, or something else
     *     must be said of one
     */
    public static <C> ColumnMapping<C> of(ColumnWords<C> words, List<@Nullable C> columns) {
        var mapping = new ColumnMapping<>(words, columns);
        mapping.refuseClashes();
        words.refuseUnsaid(mapping);
        mapping.refuseWithoutLeading();
        return mapping;
    }

    /**
     * As a client says; columns that it does not name are not taken.
     *
     * @param byHeading the API's field name for a heading; empty for one that is not taken
     * @throws ImportColumnsRefused as {@link #of(ColumnWords, List)}, and when it names what is not there
     */
    static <C> ColumnMapping<C> of(
            ColumnWords<C> words, List<String> headings, Map<String, String> byHeading) {
        var keys = headings.stream().map(ChineseText::key).toList();
        var byKey = new HashMap<String, String>();
        byHeading.forEach((heading, field) -> {
            var key = ChineseText.key(heading);
            if (!keys.contains(key)) {
                throw new ImportColumnsRefused("imports.refusal.columns.unknownHeading", heading);
            }
            if (!field.isBlank() && words.named(field).isEmpty()) {
                throw ImportColumnsRefused.unknownField(field);
            }
            byKey.put(key, field);
        });
        return of(words, named(words, keys, key -> byKey.getOrDefault(key, "")));
    }

    /** @see #names */
    static <C> ColumnMapping<C> stored(ColumnWords<C> words, List<String> names) {
        return new ColumnMapping<>(words, named(words, names, name -> name));
    }

    private static <C> List<@Nullable C> named(
            ColumnWords<C> words, List<String> columns, Function<String, String> nameOf) {
        var named = new ArrayList<@Nullable C>();
        columns.forEach(column -> named.add(words.named(nameOf.apply(column)).orElse(null)));
        return named;
    }

    /** How it is stored: the API's names, empty for columns that are not taken. */
    public String[] names() {
        return columns.stream()
                .map(column -> column == null ? "" : words.apiName(column))
                .toArray(String[]::new);
    }

    /** One for each column, in their order. */
    public List<@Nullable C> columns() {
        return new ArrayList<>(columns);
    }

    /** Where the column lies that holds it; −1 where none does. */
    public int positionOf(C column) {
        return columns.indexOf(column);
    }

    void refuseWithoutLeading() {
        if (positionOf(words.leading()) < 0) {
            throw new ImportColumnsRefused("imports.refusal.columns", words.field(words.leading()));
        }
    }

    private void refuseClashes() {
        var taken = new HashSet<Object>();
        for (var column : columns) {
            if (column != null && !taken.add(words.written(column))) {
                throw new ImportColumnsRefused(
                        "imports.refusal.columns.twice", words.field(column));
            }
        }
    }

    /** Under what a mapping of such headings is remembered. */
    static String keyOf(List<String> headings) {
        return headings.stream().map(ChineseText::key).collect(Collectors.joining("\u001f"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ColumnMapping<?> mapping && mapping.columns.equals(columns);
    }

    @Override
    public int hashCode() {
        return columns.hashCode();
    }

    @Override
    public String toString() {
        return Arrays.toString(names());
    }
}
