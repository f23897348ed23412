package org.kaiyuan.delegation;

/** Whether what an entry grants holds on a day. */
public enum PowerState {
    /** 现行有效. */
    IN_FORCE,
    /** 尚未生效. */
    NOT_YET,
    /** 已到期. */
    EXPIRED,
    /** 已收回. */
    RECALLED
}
