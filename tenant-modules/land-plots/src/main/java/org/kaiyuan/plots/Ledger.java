package org.kaiyuan.plots;

/** Stock of land (存量). */
public enum Ledger {
    /** 批而未供: approved, announced at most, and not supplied. */
    APPROVED,
    /** 供而未用: supplied and not begun. */
    SUPPLIED
}
