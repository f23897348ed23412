package org.kaiyuan.plots;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a unit.
 *
 * @param level of a floor of its building
 * @param number no other unit of the building has it
 * @param areaM2 m² that it is let by
 * @param loadKnM2 what the floor carries, kN/m² (1 吨/㎡ is 9.80665 kN/m²)
 * @param clearHeightM metres under the lowest beam
 * @param powerKva kVA
 * @param craneT tonnes that its crane lifts
 * @param state what it is while no lease runs; not {@link UnitState#LEASED}
 */
public record UnitProfile(
        int level,
        String number,
        BigDecimal areaM2,
        @Nullable BigDecimal loadKnM2,
        @Nullable BigDecimal clearHeightM,
        @Nullable BigDecimal powerKva,
        @Nullable BigDecimal craneT,
        UnitUse use,
        UnitState state,
        @Nullable String note) {
    /** 1 吨/㎡ in kN/m²: standard gravity, 9.80665 m/s². */
    public static final BigDecimal KN_PER_TONNE = new BigDecimal("9.80665");

    /** A workshop that may be let, with nothing known of its equipment. */
    public static UnitProfile vacant(int level, String number, BigDecimal areaM2) {
        return new UnitProfile(
                level,
                number,
                areaM2,
                null,
                null,
                null,
                null,
                UnitUse.WORKSHOP,
                UnitState.VACANT,
                null);
    }
}
