package org.kaiyuan.ui.floors;

import org.kaiyuan.plots.BuildingId;
import org.kaiyuan.plots.LeaseId;
import org.kaiyuan.plots.UnitId;

/** How others lead to the pages of buildings and leases. */
public final class FloorNavigation {
    static final String BUILDINGS = "buildings";
    static final String LEASES = "leases";
    static final String OVERVIEW = "floors";

    private FloorNavigation() {}

    /** The address of one building. */
    public static String building(BuildingId id) {
        return BUILDINGS + "/" + id;
    }

    /** The same, with one of its units looked at. */
    public static String unit(BuildingId building, UnitId unit) {
        return building(building) + "?unit=" + unit;
    }

    /** The address of one lease. */
    public static String lease(LeaseId id) {
        return LEASES + "/" + id;
    }

    static String form(BuildingId id) {
        return building(id) + "/edit";
    }
}
