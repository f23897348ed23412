/**
 * Tenancy (租户): who the current zone is, and the first two of the three walls that keep zones apart.
 *
 * <p>Others may use what lies in this package: {@link org.kaiyuan.platform.tenancy.CurrentTenant} tells
 * the zone in whose name a thread works, {@link org.kaiyuan.platform.tenancy.TenantDirectory} tells its
 * name and level. Tables live in schema {@code tenancy}.
 */
@ApplicationModule(
        displayName = "Tenancy",
        allowedDependencies = {"platform.refusal"})
@NullMarked
package org.kaiyuan.platform.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
