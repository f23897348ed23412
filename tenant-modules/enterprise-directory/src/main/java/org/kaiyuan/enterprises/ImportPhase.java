package org.kaiyuan.enterprises;

/** What a running import is at. */
public enum ImportPhase {
    /** Row by row. */
    READING,
    /** All rows together. */
    CHECKING,
    WRITING
}
