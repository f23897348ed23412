package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a building.
 *
 * @param number 楼栋编号, no other building has it
 * @param plot the plot that it stands on; whoever may not see plots leaves it as it is
 * @param longitude degrees (CGCS2000), together with the latitude or not at all
 * @param builtM2 建筑面积, m²
 * @param floorsAbove how many floors lie above the ground
 * @param holderId the enterprise of the directory that owns it
 * @param floors those that are known; a floor with units stays
 */
public record BuildingProfile(
        String number,
        String name,
        @Nullable PlotId plot,
        @Nullable BigDecimal longitude,
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal builtM2,
        @Nullable Integer floorsAbove,
        @Nullable Integer floorsBelow,
        @Nullable LocalDate completedOn,
        @Nullable UUID holderId,
        @Nullable String holderName,
        @Nullable String note,
        List<Floor> floors) {
    public BuildingProfile {
        floors = List.copyOf(floors);
    }

    /** Nothing known but number, name and floors. */
    public static BuildingProfile named(String number, String name, List<Floor> floors) {
        return new BuildingProfile(
                number, name, null, null, null, null, null, null, null, null, null, null, floors);
    }

    /**
     * A floor.
     *
     * @param level 1 is the ground floor, -1 the first one below
     * @param grossM2 m²
     */
    public record Floor(int level, @Nullable BigDecimal grossM2) {}
}
