package org.kaiyuan.plots;

import java.math.BigDecimal;

/**
 * What some plots are together.
 *
 * @param areaM2 as computed, m²
 */
public record PlotSums(long count, BigDecimal areaM2) {}
