package org.kaiyuan.delegation;

/** Where a grant stands on the board; each stands in one column. */
public enum ReadinessColumn {
    /** 已生效未就绪: in force, and something is open. */
    ALARM,
    /** 未开始: not in force yet, all is open. */
    NOT_BEGUN,
    /** 准备中: not in force yet, something is open. */
    PREPARING,
    /** 就绪. */
    READY
}
