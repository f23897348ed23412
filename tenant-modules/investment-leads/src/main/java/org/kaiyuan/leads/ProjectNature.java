package org.kaiyuan.leads;

/** What kind of project it is; only the first kind is a lead. */
public enum ProjectNature {
    GENERAL,
    /** Paid for by the state. */
    STATE_FUNDED,
    HOUSING,
    /** 技改 of an enterprise that is already here. */
    TECHNICAL_RENOVATION
}
