package org.kaiyuan.services;

/** How a condition compares. */
public enum Comparison {
    /** One of the values. */
    IS,
    /** None of the values. */
    IS_NOT,
    /** A number or a day. */
    AT_LEAST,
    /** A number or a day. */
    AT_MOST,
    IS_FILLED
}
