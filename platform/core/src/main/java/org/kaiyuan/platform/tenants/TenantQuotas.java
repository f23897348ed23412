package org.kaiyuan.platform.tenants;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.Quota;
import org.kaiyuan.platform.tenancy.QuotaUse;
import org.kaiyuan.platform.tenancy.Quotas;
import org.kaiyuan.platform.tenancy.TenantFieldRefused;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.platform.tenancy.TenantRegister;
import org.kaiyuan.platform.tenancy.TenantState;
import org.kaiyuan.platform.tenancy.TenantStateRefused;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How much a tenant may have and has: set by the operator, seen by both. */
@Service
public class TenantQuotas {
    private final InZone inZone;
    private final TenantRegister register;
    private final Quotas quotas;
    private final LifeSteps steps;

    TenantQuotas(InZone inZone, TenantRegister register, Quotas quotas, LifeSteps steps) {
        this.inZone = inZone;
        this.register = register;
        this.quotas = quotas;
        this.steps = steps;
    }

    /** What a tenant may have beside what it has. */
    @Schema(name = "TenantQuotaLine")
    public record Line(Quota quota, QuotaUse use) {}

    /** The current tenant's own. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + TenantsPermissions.READ + "')")
    public Line own() {
        return new Line(quotas.quota(), quotas.use());
    }

    @PreAuthorize("hasRole('" + TenantsPermissions.OPERATE + "')")
    public Line of(TenantId zone) {
        register.get(zone);
        return inZone.get(zone, () -> new Line(quotas.quota(), quotas.use()));
    }

    /** @throws TenantFieldRefused when a number is less than 0 */
    @PreAuthorize("hasRole('" + TenantsPermissions.OPERATE + "')")
    public void set(TenantId zone, Quota quota) {
        refuseNegative(quota.users());
        refuseNegative(quota.records());
        refuseNegative(quota.storageBytes());
        refuseNegative(quota.callsADay());
        inZone.run(
                zone,
                () -> {
                    var tenant = register.locked(zone);
                    if (tenant.state() == TenantState.DELETED) {
                        throw new TenantStateRefused(
                                tenant.name(), tenant.state(), TenantState.ACTIVE);
                    }
                    quotas.set(quota);
                    steps.done(
                            zone,
                            "quotaSet",
                            "%s · %s · %s · %s"
                                    .formatted(
                                            quota.users(),
                                            quota.records(),
                                            quota.storageBytes(),
                                            quota.callsADay()));
                });
    }

    private static void refuseNegative(@Nullable Number number) {
        if (number != null && number.longValue() < 0) {
            throw new TenantFieldRefused("tenancy.refusal.quota.number");
        }
    }
}
