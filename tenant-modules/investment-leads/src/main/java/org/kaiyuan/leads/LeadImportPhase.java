package org.kaiyuan.leads;

/** What a running import is at. */
public enum LeadImportPhase {
    READING,
    CHECKING,
    WRITING
}
