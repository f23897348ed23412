package org.kaiyuan.platform.access;

/** Whether a program may call. */
public enum ApiClientState {
    ACTIVE,
    EXPIRED,
    REVOKED
}
