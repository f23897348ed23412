package org.kaiyuan.services;

/** 办件类型. */
public enum ServiceKind {
    /** 即办件: decided on the day of acceptance. */
    ON_THE_SPOT,
    /** 承诺件. */
    COMMITTED
}
