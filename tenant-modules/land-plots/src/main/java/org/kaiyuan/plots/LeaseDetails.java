package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lease in full.
 *
 * @param renews the lease that it follows
 * @param renewedBy the lease that follows it
 * @param end how it was ended before its last day; null where it was not
 */
public record LeaseDetails(
        LeaseId id,
        long version,
        String number,
        @Nullable UUID enterprise,
        String tenant,
        List<LeasedUnit> units,
        LocalDate fromDay,
        LeaseTerms terms,
        BigDecimal areaM2,
        LeaseState state,
        @Nullable LeaseId renews,
        @Nullable LeaseId renewedBy,
        @Nullable EarlyEnd end,
        RentSums sums,
        @Nullable String note) {

    /** @param areaM2 m² as agreed when it was signed */
    public record LeasedUnit(
            UnitId id,
            BuildingId building,
            String buildingName,
            String number,
            BigDecimal areaM2) {}

    /**
     * @param lastDay the day it ended, counted
     * @param settledOn the day both sides settled
     */
    public record EarlyEnd(LocalDate lastDay, LocalDate settledOn, String reason) {}
}
