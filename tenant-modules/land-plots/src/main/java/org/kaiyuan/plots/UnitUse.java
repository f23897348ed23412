package org.kaiyuan.plots;

/** What a unit is made for. */
public enum UnitUse {
    /** 厂房. */
    WORKSHOP,
    /** 研发. */
    RESEARCH,
    /** 办公. */
    OFFICE,
    /** 仓储. */
    STORAGE,
    /** 宿舍. */
    DORMITORY,
    /** 配套商业. */
    SHOP,
    OTHER
}
