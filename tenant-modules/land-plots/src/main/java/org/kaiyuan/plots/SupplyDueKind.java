package org.kaiyuan.plots;

/** What comes due by a supply contract. */
public enum SupplyDueKind {
    /** 付款. */
    PAYMENT,
    /** 动工. */
    START,
    /** 竣工. */
    FINISH,
    /** 投产. */
    PRODUCTION,
    /** 先租后让: the first lease ends. */
    LEASE_END
}
