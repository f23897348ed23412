package org.kaiyuan.platform.notices;

/** The ways in which a person is told. */
public enum Channel {
    /** The bell on every page. */
    BELL,
    EMAIL
}
