package org.kaiyuan.ui.audit;

import static org.kaiyuan.platform.access.PermissionGrant.reserved;

import org.kaiyuan.platform.access.PermissionGrants;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.audit.AuditPermissions;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.shell.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the audit trail is found, and who reads it. */
@Configuration(proxyBeanMethods = false)
class AuditPlaces {
    /** The operator acts in no zone, and so reads the platform's own chain and no zone's. */
    @Bean
    static PermissionGrants auditGrants() {
        return new PermissionGrants(
                reserved(AuditPermissions.READ, Role.AUDIT_ADMIN, Role.OPERATOR),
                reserved(AuditPermissions.EXPORT, Role.AUDIT_ADMIN, Role.OPERATOR));
    }

    @Bean
    Place audit() {
        return new Place(
                Place.Group.ADMINISTRATION,
                "ui.audit",
                Glyph.Of.EYE,
                AuditView.class,
                AuditPermissions.READ);
    }
}
