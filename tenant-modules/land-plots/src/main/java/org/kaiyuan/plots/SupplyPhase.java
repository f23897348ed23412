package org.kaiyuan.plots;

/** By what right the holder uses the ground now; only 先租后让 goes from the one to the other. */
public enum SupplyPhase {
    /** 租赁. */
    LEASE,
    /** 出让. */
    GRANT
}
