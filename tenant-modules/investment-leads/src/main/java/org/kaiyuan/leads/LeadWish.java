package org.kaiyuan.leads;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a lead wants of ground or floor, and what it promises for it; money in yuan.
 *
 * @param lead its row, with the wanted m² of land and floor and its industry
 * @param wantedBy the latest day on which the ground or floor is wanted
 * @param riverDistanceM metres from the site that the lead has in mind to the nearest river or lake
 * @param inChemicalPark whether that site lies in a recognised chemical park; null while unknown
 * @param taxYuan expected a year
 */
public record LeadWish(
        LeadRow lead,
        @Nullable LocalDate wantedBy,
        @Nullable BigDecimal powerKva,
        @Nullable BigDecimal waterM3PerDay,
        @Nullable BigDecimal gasM3PerDay,
        @Nullable BigDecimal steamTPerHour,
        @Nullable BigDecimal ceilingHeightM,
        @Nullable BigDecimal floorLoadTPerM2,
        @Nullable BigDecimal fixedInvestmentYuan,
        @Nullable BigDecimal taxYuan,
        boolean chemical,
        @Nullable Integer riverDistanceM,
        @Nullable Boolean inChemicalPark) {

    public @Nullable BigDecimal landM2() {
        return positive(lead.wantedLandM2());
    }

    public @Nullable BigDecimal floorM2() {
        return positive(lead.wantedFloorM2());
    }

    /** It goes into a building that stands already, and needs no ground of its own. */
    public boolean wantsFloorOnly() {
        return floorM2() != null && landM2() == null;
    }

    /** Whether it makes things: GB/T 4754 sections B to D; a lead without a code is taken for one. */
    public boolean isIndustrial() {
        var code = lead.industryCode();
        return code == null || code.isBlank() || "BCD".indexOf(code.charAt(0)) >= 0;
    }

    private static @Nullable BigDecimal positive(@Nullable BigDecimal area) {
        return area == null || area.signum() <= 0 ? null : area;
    }
}
