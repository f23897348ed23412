package org.kaiyuan.services;

/** What one may be allowed to do with services and cases. */
public final class ServicesPermissions {
    /** Seeing services and cases. */
    public static final String READ = "services:read";

    /** Handling cases: taking in, accepting, reviewing, delivering. */
    public static final String HANDLE = "services:handle";

    /** Deciding cases, and letting the clock be extended. */
    public static final String DECIDE = "services:decide";

    /** Writing and publishing services, forms and procedures. */
    public static final String EDIT = "services:edit";

    /** Figures, complaints, ratings that oblige, escalations, what the public sees. */
    public static final String SUPERVISE = "services:supervise";

    private ServicesPermissions() {}
}
