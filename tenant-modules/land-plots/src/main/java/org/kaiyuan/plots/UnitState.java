package org.kaiyuan.plots;

/** What a unit is on a day. */
public enum UnitState {
    /** 空置: it may be let. */
    VACANT,
    /** 预留: kept for somebody, or let from a later day on. */
    RESERVED,
    /** 在租: a lease runs; told by the leases alone, nobody enters it. */
    LEASED,
    /** 自用. */
    OWN_USE,
    /** 不出租, such as machine rooms. */
    NOT_FOR_LEASE;

    /** Whether somebody may say so of a unit. */
    public boolean canBeEntered() {
        return this != LEASED;
    }
}
