package org.kaiyuan.delegation;

/** What became of an application that was decided under a power. */
public enum DecisionOutcome {
    GRANTED,
    REFUSED,
    /** The applicant took it back: no decision, and no use of the power. */
    WITHDRAWN
}
