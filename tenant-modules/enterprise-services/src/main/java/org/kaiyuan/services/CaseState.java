package org.kaiyuan.services;

/** Where a case stands. */
public enum CaseState {
    /** Handed in; nothing was said yet. */
    SUBMITTED,
    /** 一次性补正: waits for the enterprise. */
    SUPPLEMENT,
    /** 受理, under review (审查). */
    ACCEPTED,
    /** Decided, not yet delivered. */
    DECIDED,
    /** 送达. */
    DELIVERED,
    /** 归档. */
    ARCHIVED,
    /** 不予受理. */
    NOT_ACCEPTED,
    WITHDRAWN
}
