package org.kaiyuan.plots;

/** The two ways in which ground lies idle: 国土资源部令第53号 art. 2. */
public enum IdleKind {
    /** 超过约定的动工开发日期满一年未动工. */
    NOT_STARTED,
    /** 已动工，开发面积不足三分之一或投资不足百分之二十五，中止开发满一年. */
    STOPPED
}
