package org.kaiyuan.plots.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.PlotRow;
import org.kaiyuan.plots.Utility;

/**
 * A plot as matching looks at it.
 *
 * @param industrialPercent how much of it is industrial
 * @param utilities empty while nobody has entered any
 * @param industries those that it is meant for; empty where it is open to all
 * @param holder the lead that holds it
 * @param waiting how many leads queue for it
 */
public record PlotFacts(
        PlotRow row,
        BigDecimal industrialPercent,
        Set<Utility> utilities,
        Set<String> industries,
        @Nullable BigDecimal investmentYuanM2,
        @Nullable BigDecimal taxYuanM2,
        @Nullable UUID holder,
        @Nullable LocalDate heldUntil,
        int waiting) {
    public PlotFacts {
        utilities = Set.copyOf(utilities);
        industries = Set.copyOf(industries);
    }
}
