package org.kaiyuan.delegation;

/** What one may be allowed to do with lists of powers. */
public final class DelegationPermissions {
    public static final String READ = "delegation:read";

    /** Writing the draft of a list. */
    public static final String WRITE = "delegation:write";

    /** Publishing what was checked. */
    public static final String PUBLISH = "delegation:publish";

    private DelegationPermissions() {}
}
