package org.kaiyuan.services;

/** 办理模式. */
public enum HandlingMode {
    /** 容缺受理: some papers may follow. */
    DEFERRAL,
    /** 并联审批: reviewers work at the same time. */
    JOINT,
    /** 告知承诺: a promise now, verified afterwards. */
    PLEDGE
}
