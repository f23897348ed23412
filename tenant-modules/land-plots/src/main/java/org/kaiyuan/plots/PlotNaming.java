package org.kaiyuan.plots;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a plot that takes the place of others is called. All else it has of those before it.
 *
 * @param number 地块编号; may be that of a plot whose place it takes
 * @param declaredM2 as surveyed anew, m²; null while it was not: the old figure is not carried over
 */
public record PlotNaming(String number, String name, @Nullable BigDecimal declaredM2) {}
