package org.kaiyuan.enterprises;

/** What one may be allowed to do with the directory. */
public final class EnterprisePermissions {
    public static final String READ = "enterprises:read";
    public static final String WRITE = "enterprises:write";
    public static final String IMPORT = "enterprises:import";
    public static final String EXPORT = "enterprises:export";

    /** Seeing a contact's phone number and address whole; logged with its purpose. */
    public static final String UNMASK = "enterprises:unmask";

    public static final String MERGE = "enterprises:merge";

    private EnterprisePermissions() {}
}
