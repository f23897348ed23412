package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A plot in a list.
 *
 * @param held whether it is held for a lead; which one is told to who may see the lead
 */
public record PlotRow(
        PlotId id,
        String number,
        String name,
        String useCode,
        PlotState state,
        LocalDate stateSince,
        BigDecimal computedM2,
        @Nullable BigDecimal declaredM2,
        @Nullable String holderName,
        boolean held,
        Instant updatedAt,
        long version) {}
