package org.kaiyuan.services;

/** Whose turn it is. */
public enum WaitingFor {
    PARK,
    ENTERPRISE,
    UPPER,
    NOBODY
}
