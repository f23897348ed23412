package org.kaiyuan.delegation;

/** What somebody answers to a request. */
public enum AnswerOutcome {
    AGREED,
    /** Agreed under conditions. */
    CONDITIONAL,
    REFUSED,
    /** 退回. */
    RETURNED;

    /** Whether the next step is asked, or the power granted. */
    public boolean goesOn() {
        return this == AGREED || this == CONDITIONAL;
    }
}
