package org.kaiyuan.leads;

/**
 * How many.
 *
 * @param estimated PostgreSQL's estimate, because there are more than it pays to count
 */
public record LeadCount(long count, boolean estimated) {}
