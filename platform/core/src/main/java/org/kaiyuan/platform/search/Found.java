package org.kaiyuan.platform.search;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What one request found.
 *
 * @param total of all hits, not only these
 * @param facets counts by value, the most frequent first
 */
public record Found(long total, List<Hit> hits, Map<String, List<Count>> facets) {
    /** One document. */
    public record Hit(UUID id, double score, Map<String, Object> source) {}

    /** A value and how many documents have it. */
    public record Count(String value, long count) {}
}
