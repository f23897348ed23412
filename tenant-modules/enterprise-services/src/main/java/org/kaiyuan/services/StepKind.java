package org.kaiyuan.services;

/** The steps of a procedure, in their order. */
public enum StepKind {
    /** 申请. */
    APPLY,
    /** 预审. */
    PRECHECK,
    /** 受理. */
    ACCEPT,
    /** 审查. */
    REVIEW,
    /** 决定. */
    DECIDE,
    /** 送达. */
    DELIVER,
    /** 归档. */
    ARCHIVE
}
