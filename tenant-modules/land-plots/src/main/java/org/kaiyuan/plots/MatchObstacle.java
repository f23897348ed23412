package org.kaiyuan.plots;

/** A hard condition of a match; in the order in which they are asked, and what breaks several is counted by the first. */
public enum MatchObstacle {
    /** A plot that was supplied, or a unit in own use or not for lease. */
    STATE,
    /** Far from what is wanted: less than 0.8 or more than 2 times as much. */
    AREA,
    /** Made for another use. */
    USE,
    /** Chemical within 1 km of a river or lake: 长江保护法 art. 26. */
    CHEMICAL_RIVER,
    /** Chemical outside a recognised chemical park: 长江经济带发展负面清单指南 (2022) item 9. */
    CHEMICAL_PARK,
    /** Something that the lead needs does not lie at its border. */
    UTILITIES,
    /** Lower than the lead needs. */
    HEIGHT,
    /** Its floor carries less than the lead needs. */
    LOAD,
    /** Less power than the lead needs. */
    POWER,
    /** Not ready, or not free, on the day on which the lead wants it. */
    LATE
}
