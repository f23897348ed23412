package org.kaiyuan.delegation;

import java.util.List;
import java.util.Map;

/**
 * What a search found among the powers that are shown.
 *
 * @param items the best first
 * @param total of all hits, not only these
 * @param facets how many hits have which {@code list}, {@code kind}, {@code field} and {@code body}, the most frequent first; of
 *     each, as if the filter did not ask for one
 * @param whole false while only beginnings of names and codes could be looked at, without facets
 */
public record ShownFound(
        List<ShownEntry> items, long total, Map<String, List<Count>> facets, boolean whole) {
    /** A value and how many hits have it. */
    public record Count(String value, long count) {}

    public ShownFound {
        items = List.copyOf(items);
        facets = Map.copyOf(facets);
    }
}
