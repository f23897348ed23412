package org.kaiyuan.platform.tenants;

/** What became of a park's application. */
public enum ApplicationState {
    WAITING,
    ACCEPTED,
    DECLINED
}
