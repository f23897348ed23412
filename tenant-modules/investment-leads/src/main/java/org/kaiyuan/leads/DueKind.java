package org.kaiyuan.leads;

/** What is due of a lead next. */
public enum DueKind {
    /** The investor is to be answered for the first time. */
    ANSWER,
    /** It is to be decided whether the lead is pursued. */
    TRIAGE,
    /** The investor is to hear what became of it. */
    FEEDBACK,
    /** Too long without a talk. */
    FOLLOW_UP,
    /** What its owner wrote down to do next. */
    ACTION
}
