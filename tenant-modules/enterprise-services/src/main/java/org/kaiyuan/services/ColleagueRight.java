package org.kaiyuan.services;

/** What a colleague may do for an enterprise. */
public enum ColleagueRight {
    /** See its cases and drafts. */
    SEE,
    /** Fill in, hand in, supplement, withdraw. */
    FILL_IN,
    /** Read and fetch decisions and letters. */
    RESULTS
}
