package org.kaiyuan.services;

/** What became of a complaint. */
public enum ComplaintState {
    OPEN,
    ANSWERED
}
