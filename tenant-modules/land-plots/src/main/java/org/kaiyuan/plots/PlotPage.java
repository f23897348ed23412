package org.kaiyuan.plots;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the plots that a filter finds.
 *
 * @param next to be given for the next page; null on the last one
 */
public record PlotPage(List<PlotRow> items, @Nullable String next) {}
