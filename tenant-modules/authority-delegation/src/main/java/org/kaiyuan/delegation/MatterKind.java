package org.kaiyuan.delegation;

/** What kind of power a matter is: the "9+X" of the lists of powers (权力清单), and public services beside them. */
public enum MatterKind {
    /** 行政许可. */
    PERMIT,
    /** 行政处罚. */
    PENALTY,
    /** 行政强制. */
    COERCION,
    /** 行政征收. */
    LEVY,
    /** 行政给付. */
    BENEFIT,
    /** 行政检查. */
    INSPECTION,
    /** 行政确认. */
    CONFIRMATION,
    /** 行政奖励. */
    REWARD,
    /** 行政裁决. */
    RULING,
    /** 其他行政权力. */
    OTHER,
    /** 公共服务; no power. */
    SERVICE,
    /** 未分类: the decree says a class of matters, or nothing. */
    UNSORTED
}
