/**
 * Audit (审计): who did what when, from what to what. Append only.
 *
 * <p>Others may use what lies in this package: {@link org.kaiyuan.platform.audit.ChangeHistory}. Its
 * table lies in schema {@code audit}; bulk writers may {@code INSERT … SELECT} into it.
 */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"platform.tenancy", "platform.persistence"})
@NullMarked
package org.kaiyuan.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
