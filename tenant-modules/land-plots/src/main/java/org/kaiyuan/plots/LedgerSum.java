package org.kaiyuan.plots;

import java.math.BigDecimal;

/**
 * Plots of a ledger by the year since when they are in it.
 *
 * @param areaM2 together, m²
 */
public record LedgerSum(int year, int plots, BigDecimal areaM2) {}
