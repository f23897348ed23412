package org.kaiyuan.delegation;

/** What the park needs before it can use a power. */
public enum ReadinessItem {
    /** 人员培训. */
    PEOPLE,
    /** 系统账号. */
    ACCOUNT,
    /** 印章. */
    SEAL,
    /** 办事指南. */
    GUIDE,
    /** 办理流程. */
    PROCEDURE,
    /** 申请材料与表单. */
    FORMS
}
