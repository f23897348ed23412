package org.kaiyuan.plots;

/** What became of a reservation. */
public enum ReservationState {
    /** Waits until the plot is free. */
    QUEUED,
    /** Holds the plot. */
    HELD,
    /** The plot was supplied to it. */
    USED,
    RELEASED,
    EXPIRED
}
