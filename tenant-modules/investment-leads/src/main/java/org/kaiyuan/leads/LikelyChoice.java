package org.kaiyuan.leads;

/** What becomes of a row that is perhaps a lead that is there already. */
public enum LikelyChoice {
    KEEP_OUT,
    TAKE_AS_NEW
}
