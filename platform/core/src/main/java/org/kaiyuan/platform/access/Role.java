package org.kaiyuan.platform.access;

/** The ready-made roles. What each may do is declared by the modules as {@link PermissionGrants}. */
public enum Role {
    /** Looks after one zone: its people and everything its staff may do. */
    ZONE_ADMIN,

    /** Does the daily work of one zone. */
    ZONE_STAFF,

    /** Runs the platform; acts in no zone and sees no zone's records. */
    OPERATOR,

    /** 安全管理员: grants roles, and does nothing else with them. */
    SECURITY_ADMIN,

    /** 审计管理员: reads the audit trail, and changes nothing. */
    AUDIT_ADMIN
}
