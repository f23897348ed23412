package org.kaiyuan.delegation;

/** The steps of which every power has its duties: 责任清单. */
public enum DutyStep {
    /** 立案. */
    FILING,
    /** 调查. */
    INVESTIGATION,
    /** 审理. */
    HEARING,
    /** 告知. */
    NOTIFICATION,
    /** 决定. */
    DECISION,
    /** 送达. */
    DELIVERY
}
