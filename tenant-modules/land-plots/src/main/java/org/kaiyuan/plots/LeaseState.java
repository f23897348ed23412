package org.kaiyuan.plots;

/** What a lease is on a day; it follows from its days. */
public enum LeaseState {
    /** It begins later. */
    TO_COME,
    RUNNING,
    /** Its last day is past. */
    EXPIRED,
    /** It was ended before its last day. */
    ENDED_EARLY
}
