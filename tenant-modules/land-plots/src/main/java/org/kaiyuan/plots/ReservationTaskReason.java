package org.kaiyuan.plots;

/** Why a plot could not be held for a lead that had signed. */
public enum ReservationTaskReason {
    /** Another lead holds it. */
    HELD,
    /** It was supplied. */
    NOT_OPEN,
    /** Others took its place. */
    ENDED
}
