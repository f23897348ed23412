package org.kaiyuan.delegation;

/** What a paper is. */
public enum PaperKind {
    /** 决定. */
    DECISION,
    /** 委托书. */
    LETTER
}
