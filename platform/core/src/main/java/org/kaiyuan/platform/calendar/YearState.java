package org.kaiyuan.platform.calendar;

/** Where the arrangement of a year comes from. */
public enum YearState {
    /** 软件自带. */
    BUILT_IN,
    /** 已录入: declared whole by the operator; counts before what is built in. */
    COMPLETE,
    /** 录入中: not used yet. */
    DRAFT,
    /** 缺. */
    MISSING
}
