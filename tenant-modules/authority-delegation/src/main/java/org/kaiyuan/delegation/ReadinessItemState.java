package org.kaiyuan.delegation;

/** Whether an item is there. */
public enum ReadinessItemState {
    OPEN,
    DONE,
    /** This power does not need it. */
    NOT_NEEDED
}
