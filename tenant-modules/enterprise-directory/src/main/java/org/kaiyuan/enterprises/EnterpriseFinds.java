package org.kaiyuan.enterprises;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a search.
 *
 * @param facets counts by facet and value
 * @param total of all hits, not only these
 * @param suggestion a name that may have been meant, where none was typed exactly
 * @param degraded true when Elasticsearch gave no answer and PostgreSQL answered by beginnings only
 */
public record EnterpriseFinds(
        List<EnterpriseFind> items,
        Map<String, List<FacetCount>> facets,
        long total,
        @Nullable String suggestion,
        boolean degraded) {}
