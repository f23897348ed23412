/**
 * Audit (审计): who did what when, from where, from what to what. Append only, chained and signed.
 *
 * <p>Others may use what lies in this package: {@link org.kaiyuan.platform.audit.ChangeHistory} writes, {@link
 * org.kaiyuan.platform.audit.AuditTrail} reads, {@link org.kaiyuan.platform.audit.AuditVerification} checks. Its
 * tables lie in schema {@code audit}; bulk writers may {@code INSERT … SELECT} into {@code audit.change}.
 */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {
            "platform.tenancy",
            "platform.persistence",
            "platform.refusal",
            "platform.transfer",
            "platform.jobs",
            "platform.rest"
        })
@NullMarked
package org.kaiyuan.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
