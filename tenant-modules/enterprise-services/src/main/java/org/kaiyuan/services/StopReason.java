package org.kaiyuan.services;

/** For what alone the clock may stop (行政许可法 §45). */
public enum StopReason {
    /** 听证. */
    HEARING,
    /** 招标. */
    TENDER,
    /** 拍卖. */
    AUCTION,
    /** 检验. */
    INSPECTION,
    /** 检测. */
    TESTING,
    /** 检疫. */
    QUARANTINE,
    /** 鉴定. */
    APPRAISAL,
    /** 专家评审. */
    EXPERT_REVIEW
}
