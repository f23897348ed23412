package org.kaiyuan.services;

/** What was decided. */
public enum CaseOutcome {
    GRANTED,
    REFUSED,
    /** A ticket was answered. */
    ANSWERED
}
