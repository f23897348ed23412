package org.kaiyuan.delegation;

/** What an entry of a list does. An end is an entry of its own; what it ends stays in the list. */
public enum EntryAct {
    /** 赋权. */
    GRANT,
    /** 收回. */
    RECALL,
    /** 到期终止. */
    EXPIRY
}
