package org.kaiyuan.ui.services;

import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantSummary;

/** What the zone is called on letters and receipts. */
final class CaseZone {
    private CaseZone() {}

    static String name(CaseDoors doors) {
        return CurrentTenant.maybe()
                .flatMap(doors.tenants()::find)
                .map(TenantSummary::name)
                .orElse("");
    }
}
