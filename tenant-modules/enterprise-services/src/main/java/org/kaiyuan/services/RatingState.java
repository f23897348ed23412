package org.kaiyuan.services;

/** What became of a rating. */
public enum RatingState {
    /** Nothing is owed. */
    NOTED,
    /** Bad: somebody must call back. */
    TO_CALL,
    /** Called; to be rectified. */
    TO_RECTIFY,
    RECTIFIED
}
