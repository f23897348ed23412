package org.kaiyuan.platform.imports;

/** Where an import stands. */
public enum ImportState {
    /** The file is kept; nobody has said yet what to do with it. */
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
