package org.kaiyuan.services;

/** At which contact a rating is about. */
public enum RatingContact {
    ACCEPTANCE,
    HANDLING,
    RESULT
}
