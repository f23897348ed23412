package org.kaiyuan.delegation;

/** What one may be allowed to do with lists of powers. */
public final class DelegationPermissions {
    public static final String READ = "delegation:read";

    /** Writing drafts, matters, papers, readiness, use and requests. */
    public static final String WRITE = "delegation:write";

    /** Publishing what was checked, letting findings pass, and what the public sees. */
    public static final String PUBLISH = "delegation:publish";

    /** Sharing matters with other zones: the operator, and supervisors. */
    public static final String SHARE = "delegation:share";

    /** Answering what zones ask for: supervisors. */
    public static final String ANSWER = "delegation:answer";

    private DelegationPermissions() {}
}
