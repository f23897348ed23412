package org.kaiyuan.services;

/** What is known of a material of a case. */
public enum MaterialState {
    MISSING,
    HANDED_IN,
    /** The park has it already. */
    HELD,
    /** 容缺: follows by the promised day. */
    DEFERRED,
    FOUND_GOOD,
    FOUND_BAD
}
