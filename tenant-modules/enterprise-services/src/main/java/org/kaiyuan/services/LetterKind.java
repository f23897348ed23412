package org.kaiyuan.services;

/** Letters of a case (文书). */
public enum LetterKind {
    /** 受理通知书. */
    ACCEPTANCE,
    /** 一次性补正告知书. */
    SUPPLEMENT,
    /** 容缺受理通知书. */
    DEFERRAL,
    /** 不予受理通知书. */
    NOT_ACCEPTED,
    /** 中止计时告知书. */
    STOP,
    /** 恢复计时告知书. */
    RESUME,
    /** 延长办理期限告知书. */
    EXTENSION,
    /** 代办告知书. */
    HANDED_UP,
    /** 准予决定书. */
    GRANTED,
    /** 不予决定书. */
    REFUSED,
    /** 答复 of a ticket. */
    REPLY
}
