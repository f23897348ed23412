package org.kaiyuan.services;

/** The boxes of the inbox. */
public enum CaseBox {
    /** Claimed by who asks, or by whom they substitute. */
    MINE,
    /** Of their team, claimed by nobody. */
    TEAM,
    /** Open ones. */
    ALL,
    /** Due within the days of warning. */
    DUE,
    OVERDUE,
    /** Waiting for the enterprise. */
    WAITING,
    /** 代办 under way. */
    UPPER,
    /** Decided, not delivered. */
    TO_DELIVER,
    /** Waiting for an opinion of who asks. */
    REVIEWS,
    CLOSED
}
