package org.kaiyuan.leads;

/** What must be cleared before building may begin. */
public enum ClearanceKind {
    /** 环评. */
    ENVIRONMENT,
    /** 节能审查. */
    ENERGY
}
