package org.kaiyuan.platform.access;

import java.util.EnumSet;
import java.util.Set;

/**
 * The ready-made roles of every zone. What each may do is declared by the modules as {@link
 * PermissionGrants}.
 *
 * <p>System, security and audit administrator are three people (GB/T 22239-2019, 等保 level 3, 8.1.5):
 * nobody holds two of {@link #ADMINISTRATORS} in one zone.
 */
public enum Role {
    /** System administrator (系统管理员): looks after the zone, invites its people and does whatever its staff does. */
    ZONE_ADMIN,

    /** Does the daily work of one zone. */
    ZONE_STAFF,

    /** Security administrator (安全管理员): decides who holds which role. */
    SECURITY_ADMIN,

    /** Audit administrator (审计管理员): reads what everyone did, and does nothing else. */
    AUDIT_ADMIN,

    /**
     * Stands for an enterprise (企业人员): reaches the portal and nothing else. Given by the portal alone, never
     * together with a role of the zone's own people.
     */
    ENTERPRISE,

    /** Runs the platform; acts in no zone and sees no zone's records. */
    OPERATOR;

    /** Of whom nobody may be two. */
    public static final Set<Role> ADMINISTRATORS =
            Set.copyOf(EnumSet.of(ZONE_ADMIN, SECURITY_ADMIN, AUDIT_ADMIN));

    /** Those that a member of a zone can hold. */
    public static final Set<Role> OF_ZONES = Set.copyOf(EnumSet.complementOf(EnumSet.of(OPERATOR)));
}
