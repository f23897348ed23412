package org.kaiyuan.services;

/** What the directory fills in for the enterprise. */
public enum Prefill {
    ENTERPRISE_NAME,
    CREDIT_CODE,
    LEGAL_REPRESENTATIVE,
    REGISTERED_CAPITAL,
    ESTABLISHED_ON,
    ADDRESS,
    INDUSTRY,
    APPLICANT_NAME,
    APPLICANT_PHONE
}
