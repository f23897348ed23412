package org.kaiyuan.platform.search;

/** What has become of a rebuild. */
public enum RebuildState {
    RUNNING,
    COMPLETED,
    FAILED,
    CANCELLED
}
