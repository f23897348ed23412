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
    CLOSED,
    /** 合同已终止: its contract ended before it was disposed of, which earns no new land. */
    LAPSED;

    /** Whether measures may have been taken, which are still done when it has ended. */
    public boolean hasMeasures() {
        return this == CONFIRMED || this == CLOSED || this == LAPSED;
    }
}
