package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which units are meant; what is null or empty does not narrow.
 *
 * @param states what they are today
 * @param leastM2 m² at least
 * @param leastLoadKnM2 kN/m² at least; a unit of unknown load is not found
 * @param leastHeightM metres at least
 * @param leastPowerKva kVA at least
 * @param leastCraneT tonnes at least
 */
public record UnitFilter(
        @Nullable BuildingId building,
        Set<UnitState> states,
        Set<UnitUse> uses,
        @Nullable BigDecimal leastM2,
        @Nullable BigDecimal mostM2,
        @Nullable BigDecimal leastLoadKnM2,
        @Nullable BigDecimal leastHeightM,
        @Nullable BigDecimal leastPowerKva,
        @Nullable BigDecimal leastCraneT) {
    public static final UnitFilter ALL =
            new UnitFilter(null, Set.of(), Set.of(), null, null, null, null, null, null);

    public UnitFilter {
        states = Set.copyOf(states);
        uses = Set.copyOf(uses);
        leastM2 = FilterBounds.amount(leastM2);
        mostM2 = FilterBounds.amount(mostM2);
        leastLoadKnM2 = FilterBounds.amount(leastLoadKnM2);
        leastHeightM = FilterBounds.amount(leastHeightM);
        leastPowerKva = FilterBounds.amount(leastPowerKva);
        leastCraneT = FilterBounds.amount(leastCraneT);
    }

    /** Those of one building. */
    public static UnitFilter of(BuildingId building) {
        return new UnitFilter(building, Set.of(), Set.of(), null, null, null, null, null, null);
    }
}
