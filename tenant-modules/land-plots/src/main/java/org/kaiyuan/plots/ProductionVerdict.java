package org.kaiyuan.plots;

/** What a person finds in 达产核查. */
public enum ProductionVerdict {
    /** 达产. */
    REACHED,
    /** 部分达产. */
    PARTLY,
    /** 未达产. */
    NOT_REACHED
}
