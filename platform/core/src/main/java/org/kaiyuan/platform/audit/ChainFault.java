package org.kaiyuan.platform.audit;

/** What is wrong with a chain. */
public enum ChainFault {
    /** Lines that a link covers were changed, removed or added. */
    LINES_CHANGED,
    /** A link was changed: it does not say what its hash says. */
    LINK_CHANGED,
    /** A link is not signed with the key of this installation. */
    LINK_FORGED,
    /** A link does not follow the one before it: one was removed, put in or moved. */
    LINKS_BROKEN,
    /** The chain does not begin where it must: its beginning was cut off. */
    BEGINNING_MISSING,
    /** The chain ends before a link that is known from elsewhere: its end was cut off. */
    END_MISSING,
    /** The head that was handed in is not in the chain. */
    HEAD_UNKNOWN
}
