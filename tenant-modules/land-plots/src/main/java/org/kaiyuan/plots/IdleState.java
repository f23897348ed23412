package org.kaiyuan.plots;

/** What became of a proposal that a plot lies idle. Only persons confirm, reject and close. */
public enum IdleState {
    /** 待认定. */
    PROPOSED,
    /** 已认定. */
    CONFIRMED,
    /** 不予认定. */
    REJECTED,
    /** 已撤回: the facts no longer hold. */
    WITHDRAWN,
    /** 已处置. */
    CLOSED
}
