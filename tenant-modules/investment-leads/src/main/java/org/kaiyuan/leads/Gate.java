package org.kaiyuan.leads;

/**
 * A rule that a lead must keep to go on. Its name is the message {@code leads.gate.<GATE>}, its source
 * {@code leads.gate.<GATE>.source}.
 */
public enum Gate {
    /** Not a lead at all: state-funded, housing, 技改. */
    NATURE,
    /** 淘汰类: 促进产业结构调整暂行规定 (国发〔2005〕40号) art. 19. */
    ELIMINATED,
    /** Chemical within 1 km of the Yangtze's streams: 长江保护法 art. 26. */
    CHEMICAL_RIVER,
    /** Chemical outside a recognised chemical park: 长江经济带发展负面清单指南 (2022) item 9. */
    CHEMICAL_PARK,
    /** What must be known to be in a stage; the zone's practice. */
    FIELDS,
    /** A file that must be there; the zone's practice. */
    FILES,
    /** 入园评审. */
    REVIEW_PASSED,
    /** A signed agreement. */
    AGREEMENT,
    /** The enterprise is in the directory. */
    ENTERPRISE,
    /** A plot was supplied to it, as {@link LeadLandEvidence} says; not asked of who wants floor only. */
    LAND_SUPPLIED,
    /** 环评: 环境影响评价法 art. 25. */
    ENVIRONMENT,
    /** 节能审查: 节约能源法 art. 15. */
    ENERGY
}
