package org.kaiyuan.plots;

import java.util.List;

/**
 * Where a plot comes from and what became of it.
 *
 * @param ancestors how it came to be, the latest first
 * @param descendants what became of it, the earliest first
 * @param more whether there is more of either than is told
 */
public record Lineage(List<LineageStep> ancestors, List<LineageStep> descendants, boolean more) {}
