package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A building in a list.
 *
 * @param plotNumber null also for whoever may not see plots
 * @param units how many are in the register
 * @param lettableM2 m² of its units that are neither in own use nor kept from leasing
 * @param leasedM2 m² of those that are leased today
 */
public record BuildingRow(
        BuildingId id,
        String number,
        String name,
        @Nullable PlotId plot,
        @Nullable String plotNumber,
        @Nullable BigDecimal longitude,
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal builtM2,
        @Nullable String holderName,
        int units,
        BigDecimal lettableM2,
        BigDecimal leasedM2,
        Instant updatedAt,
        long version) {}
