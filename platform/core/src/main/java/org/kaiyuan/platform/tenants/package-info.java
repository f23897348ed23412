/**
 * Tenants (租户): the life of a tenant, from a park's application to the certificate of what was deleted.
 *
 * <p>Others may use what lies in this package. Who the current tenant is, and what others may know of it, is
 * told by {@code platform.tenancy}. Tables live in schema {@code tenants}, permissions and messages begin
 * with {@code tenants}.
 */
@ApplicationModule(
        displayName = "Tenants",
        allowedDependencies = {
            "platform.tenancy",
            "platform.persistence",
            "platform.refusal",
            "platform.audit",
            "platform.access",
            "platform.rest",
            "platform.jobs",
            "platform.notices",
            "platform.search"
        })
@NullMarked
package org.kaiyuan.platform.tenants;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
