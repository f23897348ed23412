package org.kaiyuan.delegation;

/** Whose row of a request it is. */
public enum RequestSide {
    /** Who asks. */
    PARK,
    /** Who works on it. */
    SUPERVISOR
}
