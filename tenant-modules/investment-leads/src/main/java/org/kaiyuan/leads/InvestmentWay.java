package org.kaiyuan.leads;

/** How an investor was found (招商方式). */
public enum InvestmentWay {
    /** 产业链招商. */
    CHAIN,
    /** 以商招商. */
    REFERRAL,
    /** 会展招商. */
    EXHIBITION,
    /** 驻点招商. */
    STATIONED,
    /** 委托招商. */
    ENTRUSTED,
    /** 基金招商. */
    FUND,
    /** 境外招商. */
    OVERSEAS,
    /** 自主上门. */
    WALK_IN
}
