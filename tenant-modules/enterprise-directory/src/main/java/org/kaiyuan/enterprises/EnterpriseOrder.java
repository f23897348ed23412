package org.kaiyuan.enterprises;

/** In which order a list comes; each has its index. */
public enum EnterpriseOrder {
    /** By name, first to last. */
    NAME,
    /** Last changed first. */
    CHANGED,
    /** Largest registered capital first, unknown last. */
    CAPITAL,
    /** Youngest first, unknown last. */
    FOUNDED
}
