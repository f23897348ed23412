package org.kaiyuan.leads;

/** In which order leads are listed. */
public enum LeadOrder {
    /** Last changed first. */
    CHANGED,
    /** What is due soonest first; what is never due last. */
    DUE,
    /** The largest total investment first; unknown last. */
    INVESTMENT,
    /** By project name. */
    NAME,
    /** Last registered first. */
    REGISTERED
}
