package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plot in a list.
 *
 * @param heldForLead the lead that it is held for; null while nobody holds it
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
        @Nullable UUID heldForLead,
        Instant updatedAt,
        long version) {}
