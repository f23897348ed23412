package org.kaiyuan.plots;

/** What an instalment of rent is on a day. */
public enum RentInstalmentState {
    /** Nothing is to be paid, or all was. */
    PAID,
    /** It is due on a later day, or today. */
    OPEN,
    OVERDUE
}
