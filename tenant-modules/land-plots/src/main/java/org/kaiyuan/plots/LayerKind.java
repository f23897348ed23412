package org.kaiyuan.plots;

/** What a layer of the zone's ground says. */
public enum LayerKind {
    /** Approved boundary of the zone (四至范围). */
    BOUNDARY,
    /** Ground with an approved detailed plan (详细规划覆盖). */
    DETAILED_PLAN,
    /** 永久基本农田. */
    FARMLAND,
    /** 生态保护红线. */
    ECOLOGICAL_REDLINE,
    /** 城镇开发边界. */
    URBAN_BORDER,
    /** 工业用地保障线. */
    INDUSTRIAL_LINE,
    /** Rivers and lakes. */
    WATER,
    /** 园中园. */
    SUB_PARK
}
