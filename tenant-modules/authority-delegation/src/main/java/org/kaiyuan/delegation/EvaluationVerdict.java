package org.kaiyuan.delegation;

/** What the zone proposes for a power after a year. */
public enum EvaluationVerdict {
    /** 保留. */
    KEEP,
    /** 调整. */
    ADJUST,
    /** 收回. */
    RECALL
}
