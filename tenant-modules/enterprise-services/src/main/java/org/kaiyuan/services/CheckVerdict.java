package org.kaiyuan.services;

/** What a reviewer thinks. */
public enum CheckVerdict {
    AGREED,
    AGREED_WITH_REMARKS,
    OPPOSED
}
