package org.kaiyuan.delegation;

/** Who answers a request, one after the other. */
public enum AnswerStep {
    /** 主管部门. */
    DEPARTMENT,
    /** 编办. */
    STAFFING,
    /** 合法性审查. */
    LEGALITY,
    /** 政府决定. */
    GOVERNMENT
}
