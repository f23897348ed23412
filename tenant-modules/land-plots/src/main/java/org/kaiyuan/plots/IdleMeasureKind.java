package org.kaiyuan.plots;

/** What is done about idle ground: art. 14 of 国土资源部令第53号, and the five ways of disposal. */
public enum IdleMeasureKind {
    /** 征缴土地闲置费: 20 % of the price, once a year has passed without a start. */
    FEE,
    /** 无偿收回, once two years have passed without a start. */
    RECOVERY,
    /** 资产重组. */
    REORGANISATION,
    /** 合作开发. */
    COOPERATION,
    /** 出租、转租再利用. */
    REUSE,
    /** 技术改造升级. */
    UPGRADE,
    /** 司法处置. */
    JUDICIAL
}
