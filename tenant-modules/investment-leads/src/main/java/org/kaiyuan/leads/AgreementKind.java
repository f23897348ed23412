package org.kaiyuan.leads;

/** What an agreement settles. */
public enum AgreementKind {
    /** 框架协议. */
    FRAMEWORK,
    /** 投资协议. */
    INVESTMENT,
    /** 补充协议. */
    SUPPLEMENT,
    /** 入驻协议. */
    ENTRY,
    OTHER
}
