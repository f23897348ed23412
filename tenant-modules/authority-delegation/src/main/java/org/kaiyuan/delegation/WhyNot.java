package org.kaiyuan.delegation;

/** Why the park does not decide. */
public enum WhyNot {
    /** No list that was published by then names the matter. */
    NEVER,
    /** It comes to the park later. */
    NOT_YET,
    /** 到期. */
    EXPIRED,
    /** 收回. */
    RECALLED,
    /** It holds in another part of the zone. */
    ELSEWHERE,
    /** The park takes in or hands on; others decide (直报, 服务前移). */
    HANDS_ON
}
