package org.kaiyuan.plots;

import org.jspecify.annotations.Nullable;

/**
 * Where a lead may go.
 *
 * @param units null where they may not be seen
 */
public record PlaceMatches(PlotMatches plots, @Nullable UnitMatches units) {}
