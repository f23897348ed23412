package org.kaiyuan.plots;

import java.math.BigDecimal;

/**
 * A gate that refuses.
 *
 * @param areaM2 how much of the plot is at fault, m²
 */
public record RefusedPlotGate(PlotGate gate, BigDecimal areaM2) {}
