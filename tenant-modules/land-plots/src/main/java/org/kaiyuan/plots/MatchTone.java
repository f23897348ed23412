package org.kaiyuan.plots;

/** What a reason says of a match. */
public enum MatchTone {
    FOR,
    AGAINST,
    /** Something is not known, and has to be found out. */
    UNKNOWN
}
