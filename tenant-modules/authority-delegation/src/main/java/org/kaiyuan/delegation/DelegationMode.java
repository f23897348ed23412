package org.kaiyuan.delegation;

/** How a power came to the park. */
public enum DelegationMode {
    /** 直接下放: the park decides in its own name. */
    DIRECT,
    /** 委托下放: the park decides in the name of who entrusted it, by a letter. */
    ENTRUSTED,
    /** 派出机构: an office of the original authority in the park decides. */
    BRANCH,
    /** 直报: the park hands on to the upper authority, past those between. */
    REPORT,
    /** 服务前移: the park takes in and hands out, the original authority decides. */
    COUNTER;

    /** Whether the park's body decides. */
    public boolean decidesHere() {
        return this == DIRECT || this == ENTRUSTED || this == BRANCH;
    }

    /** Whether a letter (委托书) is needed. */
    public boolean needsLetter() {
        return this == ENTRUSTED;
    }
}
