package org.kaiyuan.enterprises;

/** Where an enterprise stands in its industrial chain. */
public enum ChainPosition {
    /** 链主. */
    CHAIN_LEADER,
    /** 核心配套. */
    CORE,
    /** 一般配套. */
    SUPPORTING,
    NONE
}
