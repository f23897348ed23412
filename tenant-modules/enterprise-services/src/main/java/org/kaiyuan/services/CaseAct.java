package org.kaiyuan.services;

/** What can be done with a case. */
public enum CaseAct {
    SUBMIT,
    PRECHECK,
    ASK_SUPPLEMENT,
    SUPPLEMENT,
    ACCEPT,
    /** 容缺受理. */
    ACCEPT_DEFERRED,
    /** Nothing was said in time (行政许可法 §32). */
    DEEM_ACCEPTED,
    NOT_ACCEPT,
    DEFERRED_HANDED_IN,
    CHECK,
    STOP,
    RESUME,
    ASK_EXTENSION,
    EXTEND,
    DECLINE_EXTENSION,
    ASK_OPINION,
    GIVE_OPINION,
    DECIDE,
    /** 代办: what the upper body decided. */
    UPPER_DECIDED,
    VERIFY_PLEDGE,
    DELIVER,
    ARCHIVE,
    WITHDRAW,
    CLAIM,
    RELEASE,
    HAND_OVER,
    ASSIGN,
    ANSWER,
    REMARK
}
