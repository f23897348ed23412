package org.kaiyuan.plots;

/** How an indicator stands against its promise. */
public enum IndicatorOutcome {
    /** 达到. */
    MET,
    /** 部分达到. */
    PARTLY,
    /** 未达到. */
    NOT_MET,
    /** Nothing was promised, or nobody reported it. */
    UNKNOWN
}
