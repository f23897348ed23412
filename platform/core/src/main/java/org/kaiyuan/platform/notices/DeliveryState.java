package org.kaiyuan.platform.notices;

/** Where a delivery stands. */
public enum DeliveryState {
    /** On its way, or waiting for the next attempt. */
    WAITING,
    DELIVERED,
    /** Given up; it can be sent anew. */
    FAILED
}
