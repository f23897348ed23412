package org.kaiyuan.plots.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.Indicator;
import org.kaiyuan.plots.IndicatorLine;
import org.kaiyuan.plots.IndicatorOutcome;

/** Compares what was promised with what is. */
public final class IndicatorRule {
    /** yuan per m² in 万元/亩: 10,000/15 m² are one 亩, 10,000 yuan are one 万元. */
    private static final BigDecimal YUAN_M2_IN_WAN_MU = BigDecimal.valueOf(15);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private IndicatorRule() {}

    /** @param partlyPercent from so many percent of the promise on it is partly met */
    public static IndicatorLine line(
            Indicator indicator,
            @Nullable BigDecimal promised,
            @Nullable BigDecimal actual,
            BigDecimal partlyPercent) {
        return new IndicatorLine(
                indicator,
                promised,
                actual,
                perMu(indicator, promised),
                perMu(indicator, actual),
                outcome(indicator, promised, actual, partlyPercent));
    }

    /** 万元/亩; null for what is no money. */
    public static @Nullable BigDecimal perMu(Indicator indicator, @Nullable BigDecimal yuanM2) {
        return yuanM2 == null || !indicator.isMoney()
                ? null
                : yuanM2.divide(YUAN_M2_IN_WAN_MU, 2, RoundingMode.HALF_UP);
    }

    private static IndicatorOutcome outcome(
            Indicator indicator,
            @Nullable BigDecimal promised,
            @Nullable BigDecimal actual,
            BigDecimal partlyPercent) {
        if (promised == null || actual == null) {
            return IndicatorOutcome.UNKNOWN;
        }
        // of energy less is better: the promise is to the use as the use is to the promise
        // elsewhere
        var reached = indicator == Indicator.ENERGY ? promised : actual;
        var wanted = indicator == Indicator.ENERGY ? actual : promised;
        if (reached.compareTo(wanted) >= 0) {
            return IndicatorOutcome.MET;
        }
        return reached.multiply(HUNDRED).compareTo(wanted.multiply(partlyPercent)) >= 0
                ? IndicatorOutcome.PARTLY
                : IndicatorOutcome.NOT_MET;
    }
}
