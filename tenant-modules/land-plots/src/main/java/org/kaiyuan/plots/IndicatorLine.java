package org.kaiyuan.plots;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One indicator: what was promised and what is.
 *
 * @param promised in the indicator's unit; null where nothing was
 * @param actual in the same; null where nobody reported it
 * @param promisedPerMu of money, 万元/亩, two decimals
 * @param actualPerMu of money, 万元/亩, two decimals
 */
public record IndicatorLine(
        Indicator indicator,
        @Nullable BigDecimal promised,
        @Nullable BigDecimal actual,
        @Nullable BigDecimal promisedPerMu,
        @Nullable BigDecimal actualPerMu,
        IndicatorOutcome outcome) {}
