package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plot that is used with little effect (低效).
 *
 * @param reasons the indicators that are low, never empty
 */
public record LowPlot(
        PlotId plot,
        String number,
        String name,
        PlotState state,
        BigDecimal groundM2,
        @Nullable String holderName,
        int year,
        List<LowReason> reasons) {
    public LowPlot {
        reasons = List.copyOf(reasons);
    }

    /**
     * An indicator that is low.
     *
     * @param actual in the indicator's unit
     * @param least what the zone's rule wants, in the same
     * @param promised null where nothing was
     */
    public record LowReason(
            Indicator indicator,
            BigDecimal actual,
            BigDecimal least,
            @Nullable BigDecimal promised) {}
}
