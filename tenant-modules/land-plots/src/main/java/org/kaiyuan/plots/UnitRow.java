package org.kaiyuan.plots;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A unit in a list, as it is today.
 *
 * @param profile its {@code state} is what it is while no lease runs
 * @param state what it is today
 * @param tenant who leases it today, or will
 * @param leasedUntil last day of that lease
 */
public record UnitRow(
        UnitId id,
        BuildingId building,
        String buildingNumber,
        String buildingName,
        UnitProfile profile,
        UnitState state,
        @Nullable LeaseId lease,
        @Nullable String tenant,
        @Nullable LocalDate leasedFrom,
        @Nullable LocalDate leasedUntil,
        Instant updatedAt,
        long version) {}
