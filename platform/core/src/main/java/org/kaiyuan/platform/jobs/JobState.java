package org.kaiyuan.platform.jobs;

/** Where a job stands. */
public enum JobState {
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    public boolean isUnderWay() {
        return this == QUEUED || this == RUNNING;
    }
}
