package org.kaiyuan.platform.tenants;

import static org.kaiyuan.platform.access.PermissionGrant.reserved;

import org.kaiyuan.platform.access.PermissionGrants;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.audit.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What one may be allowed to do with tenants. */
@Configuration(proxyBeanMethods = false)
public class TenantsPermissions {
    /** Leading a tenant through its life, by the operator. */
    public static final String OPERATE = "tenants:operate";

    /** Taking everything of one's own tenant along, by its administrator. */
    public static final String EXPORT = "tenants:export";

    /** Seeing what one's own tenant may have and has, by its administrator. */
    public static final String READ = "tenants:read";

    TenantsPermissions() {}

    @Bean
    static RecordKind tenantKind() {
        return new RecordKind(
                LifeSteps.SUBJECT,
                "tenants.kind.tenant",
                "ui.tenants.act.",
                "tenants.field.",
                null);
    }

    @Bean
    static PermissionGrants tenantsGrants() {
        return new PermissionGrants(
                reserved(OPERATE, Role.OPERATOR),
                reserved(EXPORT, Role.ZONE_ADMIN),
                reserved(READ, Role.ZONE_ADMIN));
    }
}
