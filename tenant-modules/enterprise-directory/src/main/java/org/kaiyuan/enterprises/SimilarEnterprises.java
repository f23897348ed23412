package org.kaiyuan.enterprises;

import java.util.List;

/**
 * Enterprises that do what another one does, the most similar first.
 *
 * @param degraded true when Elasticsearch gave no answer, so that nobody knows
 */
public record SimilarEnterprises(List<EnterpriseRow> items, boolean degraded) {}
