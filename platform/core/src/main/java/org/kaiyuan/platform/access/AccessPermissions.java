package org.kaiyuan.platform.access;

import static org.kaiyuan.platform.access.PermissionGrant.reserved;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What one may be allowed to do with people, roles and API clients. */
@Configuration(proxyBeanMethods = false)
public class AccessPermissions {
    /** Registering people and API clients, by the platform. */
    public static final String REGISTER = "access:register";

    /** Seeing who works for the zone and who may do what. */
    public static final String READ = "access:read";

    /** Inviting, deactivating and handing over, by the system administrator. */
    public static final String PEOPLE = "access:people";

    /** Deciding who holds which role, by the security administrator. */
    public static final String GRANT = "access:grant";

    /** Looking at the zone through somebody's eyes, reading only. */
    public static final String VIEW_AS = "access:view-as";

    /** Entrusting another tenant, and saying what one has to do with it. */
    public static final String RELATE = "access:relate";

    /** Letting programs call the API in the zone's name, by the system administrator. */
    public static final String CLIENTS = "access:clients";

    /** Seeing the register of the zones under one's own; held in tenants that are supervising authorities alone. */
    public static final String SUPERVISE = "access:supervise";

    /**
     * What is left to persons. A program that could do it would go on when whoever knows its secret is dismissed:
     * it could let them back in, or give them what they may not give themselves.
     */
    static final Set<String> OF_PERSONS_ALONE = Set.of(GRANT, PEOPLE, RELATE, VIEW_AS, CLIENTS);

    AccessPermissions() {}

    @Bean
    static PermissionGrants accessGrants() {
        return new PermissionGrants(
                reserved(REGISTER, Role.OPERATOR),
                reserved(READ, Role.ZONE_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN),
                reserved(PEOPLE, Role.ZONE_ADMIN),
                reserved(GRANT, Role.SECURITY_ADMIN),
                reserved(VIEW_AS, Role.SECURITY_ADMIN),
                reserved(RELATE, Role.ZONE_ADMIN),
                reserved(CLIENTS, Role.ZONE_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN),
                reserved(SUPERVISE, Role.ZONE_ADMIN, Role.ZONE_STAFF));
    }
}
