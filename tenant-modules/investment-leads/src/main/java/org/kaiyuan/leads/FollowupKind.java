package org.kaiyuan.leads;

/** What a talk with an investor was. */
public enum FollowupKind {
    CALL,
    /** We went to see them. */
    VISIT,
    /** They came to see us. */
    RECEPTION,
    /** 考察: they looked at sites. */
    INSPECTION,
    MEETING,
    OTHER
}
