package org.kaiyuan.platform.imports;

/** What a running import is at. */
public enum ImportPhase {
    /** Row by row. */
    READING,
    /** All rows together. */
    CHECKING,
    WRITING
}
