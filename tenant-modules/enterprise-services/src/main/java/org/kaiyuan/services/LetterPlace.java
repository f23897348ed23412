package org.kaiyuan.services;

/** What a template may name; written in braces in lower case with hyphens. */
public enum LetterPlace {
    APPLICANT,
    CREDIT_CODE,
    SERVICE,
    RECEIPT,
    ZONE,
    TODAY,
    YEAR,
    NUMBER,
    SUBMITTED_ON,
    ACCEPTED_ON,
    DUE_ON,
    DAYS,
    REASON,
    ITEMS,
    BODY,
    OUTCOME,
    CONDITIONS,
    DOCUMENT
}
