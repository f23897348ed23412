package org.kaiyuan.services;

/** Whether a service can be asked for. */
public enum ServiceState {
    /** Never published. */
    DRAFT,
    OPEN,
    /** Taken off; running cases go on. */
    CLOSED
}
