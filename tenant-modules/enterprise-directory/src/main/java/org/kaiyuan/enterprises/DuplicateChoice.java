package org.kaiyuan.enterprises;

/** What becomes of a row whose name is in the directory already. */
public enum DuplicateChoice {
    KEEP_OUT,
    TAKE_AS_NEW,
    /** It describes the enterprise that is there, which is then updated. */
    SAME_RECORD
}
