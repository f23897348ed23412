package org.kaiyuan.enterprises;

/** Where an import stands. */
public enum ImportState {
    QUEUED,
    RUNNING,
    COMPLETED,
    FAILED,
    CANCELLED
}
