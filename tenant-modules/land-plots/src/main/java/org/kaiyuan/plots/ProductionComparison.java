package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was promised for a plot against what its holder reported for a year.
 *
 * @param holderName null where nobody holds it
 * @param heldM2 all ground that the holder has by running contracts: its figures are shared out over it
 * @param reported whether the directory has figures of the year
 */
public record ProductionComparison(
        int year,
        @Nullable String holderName,
        BigDecimal groundM2,
        BigDecimal heldM2,
        boolean reported,
        List<IndicatorLine> lines) {
    public ProductionComparison {
        lines = List.copyOf(lines);
    }
}
