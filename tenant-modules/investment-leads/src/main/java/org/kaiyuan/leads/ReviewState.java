package org.kaiyuan.leads;

/** How far an admission review is. */
public enum ReviewState {
    OPEN,
    PASSED,
    FAILED,
    WITHDRAWN
}
