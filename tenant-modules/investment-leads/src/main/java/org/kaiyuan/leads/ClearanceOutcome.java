package org.kaiyuan.leads;

/** How a clearance ended. */
public enum ClearanceOutcome {
    PASSED,
    /** Not needed, for a reason that is recorded. */
    EXEMPT
}
