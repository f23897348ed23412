package org.kaiyuan.platform.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked of the index: there is no word here for another index, another zone, a script, or a
 * query string that Elasticsearch would parse.
 */
public sealed interface Query {
    /** Every document of the zone. */
    record Everything() implements Query {}

    /** The field is one of the values, exactly. */
    record OneOf(String field, List<String> values) implements Query {}

    /** The field begins with the value. */
    record Prefix(String field, String value) implements Query {}

    /** The field is the value but for one character: wrong, missing, too many, or swapped with the next. */
    record Nearly(String field, String value) implements Query {}

    /**
     * The field, a number or a date, lies between both, each included; null is open.
     */
    record Between(String field, @Nullable Object from, @Nullable Object to) implements Query {}

    /**
     * The analysed text is in the fields, the better the rarer its words.
     *
     * @param atLeast how many of the words must be there, in percent
     */
    record Text(List<String> fields, String text, int atLeast, float weight) implements Query {}

    /**
     * The words of the analysed text stand in the field one behind the other; the field must keep positions.
     *
     * @param slack by how many places they may stand apart, or out of place
     */
    record Phrase(String field, String text, int slack) implements Query {}

    /** The field shares rare words with the text. */
    record Like(List<String> fields, String text, float weight) implements Query {}

    /** Matches what the query matches, always with this score. */
    record Scored(Query query, float score) implements Query {}

    /** The best of them counts. */
    record Best(List<Query> queries) implements Query {}

    /** At least one of them, and the more the better. */
    record Any(List<Query> queries) implements Query {}

    /** All of them. */
    record All(List<Query> queries) implements Query {}

    /** What must be, and what makes it better. */
    record Preferring(Query must, List<Query> better) implements Query {}

    /** None of these. */
    record Not(Query query) implements Query {}

    static Query oneOf(String field, Collection<String> values) {
        return new OneOf(field, List.copyOf(values));
    }

    static Query is(String field, String value) {
        return new OneOf(field, List.of(value));
    }

    static Query any(Query... queries) {
        return new Any(Arrays.asList(queries));
    }

    static Query all(Query... queries) {
        return new All(Arrays.asList(queries));
    }
}
