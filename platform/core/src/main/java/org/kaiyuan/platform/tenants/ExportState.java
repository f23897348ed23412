package org.kaiyuan.platform.tenants;

/** How far an export is. */
public enum ExportState {
    WAITING,
    RUNNING,
    READY,
    FAILED,
    /** The archive was kept for a week and is gone. */
    GONE
}
