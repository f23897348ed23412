package org.kaiyuan.platform.search;

import java.util.List;
import java.util.Map;

/**
 * One request: hits, facets and the total of the current zone.
 *
 * @param query what is looked for
 * @param filters by the name of the facet they come from: a facet counts as if its own filter were not set
 * @param facets what to count
 * @param from how many hits to leave out; {@code from + size} is at most 10,000
 * @param sources the fields of a hit to hand back; empty for all
 * @param sorts in this order; empty for the best first
 */
public record Search(
        Query query,
        Map<String, Query> filters,
        List<Facet> facets,
        int from,
        int size,
        List<String> sources,
        List<Sort> sorts) {

    /** Elasticsearch's own bound, and ours. */
    public static final int DEEPEST = 10_000;

    public Search {
        if (from < 0 || size < 0 || from + size > DEEPEST) {
            throw new IllegalArgumentException("Hits %d to %d".formatted(from, from + size));
        }
    }

    /** How often each value of a field occurs. */
    public record Facet(String name, String field, int size) {}

    /** By a field, hits without a value last. */
    public record Sort(String field, boolean descending) {}

    public static Search of(Query query, int size) {
        return new Search(query, Map.of(), List.of(), 0, size, List.of(), List.of());
    }

    public Search handingBack(String... fields) {
        return new Search(query, filters, facets, from, size, List.of(fields), sorts);
    }
}
