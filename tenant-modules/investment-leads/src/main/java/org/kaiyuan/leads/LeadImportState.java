package org.kaiyuan.leads;

/** Where an import stands. */
public enum LeadImportState {
    /** The file is kept until somebody says what to do with it. */
    UPLOADED,
    QUEUED,
    RUNNING,
    COMPLETED,
    FAILED,
    CANCELLED;

    public boolean isUnderWay() {
        return this == QUEUED || this == RUNNING;
    }
}
