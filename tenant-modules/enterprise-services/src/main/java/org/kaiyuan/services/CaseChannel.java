package org.kaiyuan.services;

/** How a case came in. */
public enum CaseChannel {
    PORTAL,
    /** 窗口. */
    COUNTER,
    API
}
