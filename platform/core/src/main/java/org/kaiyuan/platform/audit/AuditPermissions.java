package org.kaiyuan.platform.audit;

/** What one may be allowed to do with the audit trail; nobody may change or delete it. */
public final class AuditPermissions {
    /** Reading it and checking that it is whole. */
    public static final String READ = "audit:read";

    /** Taking it along as a file. */
    public static final String EXPORT = "audit:export";

    private AuditPermissions() {}
}
