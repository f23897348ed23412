package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A building floor by floor (楼层平面, the stacking plan).
 *
 * @param plotNumber for whoever may see plots, where it stands on one
 * @param floors the highest first
 */
public record BuildingDetails(
        BuildingId id,
        long version,
        BuildingProfile profile,
        @Nullable String plotNumber,
        List<StackedFloor> floors) {

    /** @param level 1 is the ground floor, -1 the first one below */
    public record StackedFloor(int level, @Nullable BigDecimal grossM2, List<StackedUnit> units) {}

    /**
     * A unit on its floor, as it is today.
     *
     * @param lease that runs today, else the next one to come
     * @param tenant who leases it, or will
     * @param leasedFrom first day of that lease
     * @param leasedUntil last day of that lease
     */
    public record StackedUnit(
            UnitId id,
            String number,
            BigDecimal areaM2,
            UnitUse use,
            UnitState state,
            @Nullable LeaseId lease,
            @Nullable String tenant,
            @Nullable LocalDate leasedFrom,
            @Nullable LocalDate leasedUntil) {}
}
