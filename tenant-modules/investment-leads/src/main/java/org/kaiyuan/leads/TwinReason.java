package org.kaiyuan.leads;

/** Why two leads are perhaps one, the surest first. */
public enum TwinReason {
    /** The same credit code of an investor. */
    CODE,
    /** The same investor, but for place and legal ending. */
    INVESTOR,
    /** The same phone number of a contact. */
    PHONE,
    /** The same project, but for what every project is called. */
    PROJECT,
    /** Much in common in the names, by search. */
    SIMILAR
}
