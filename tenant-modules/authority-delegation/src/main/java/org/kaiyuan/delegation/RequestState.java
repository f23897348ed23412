package org.kaiyuan.delegation;

/** Where a request stands. */
public enum RequestState {
    DRAFT,
    /** The answers of the four steps are awaited. */
    SENT,
    /** 退回: to be revised and sent again. */
    RETURNED,
    GRANTED,
    REFUSED,
    WITHDRAWN;

    /** Whether the park may write it. */
    public boolean isWritable() {
        return this == DRAFT || this == RETURNED;
    }

    public boolean hasEnded() {
        return this == GRANTED || this == REFUSED || this == WITHDRAWN;
    }
}
