package org.kaiyuan.leads;

/** Whether a lead is pursued. */
public enum LeadState {
    ACTIVE,
    /** 搁置: may be taken up again where it stood. */
    PAUSED,
    /** 流转: another zone goes on with it. */
    TRANSFERRED,
    /** 终止: nobody goes on with it. */
    ENDED
}
