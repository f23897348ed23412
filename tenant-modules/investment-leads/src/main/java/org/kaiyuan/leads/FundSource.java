package org.kaiyuan.leads;

/** Where paid-in funds come from (到位资金); never added up across currencies. */
public enum FundSource {
    /** 国内省外资金, in yuan. */
    OTHER_PROVINCES,
    /** 省内资金, in yuan. */
    OWN_PROVINCE,
    /** 外商实际到位, in US dollars. */
    FOREIGN
}
