package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much stands empty on a day.
 *
 * @param buildings by number, at most 1,000
 */
public record Vacancy(LocalDate day, VacantSpace overall, List<VacantSpace> buildings) {

    /**
     * Space of one building, or of all, m².
     *
     * @param building null for all together
     * @param lettableM2 units that are neither in own use nor kept from leasing, and all that are leased
     * @param leasedM2 of it what is leased on that day
     * @param vacantM2 the rest, reserved units included
     * @param rate vacant ÷ lettable, 0 to 1 with four decimals; null where nothing is to let
     */
    public record VacantSpace(
            @Nullable BuildingId building,
            @Nullable String number,
            @Nullable String name,
            BigDecimal lettableM2,
            BigDecimal leasedM2,
            BigDecimal vacantM2,
            @Nullable BigDecimal rate) {}
}
