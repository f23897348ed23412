package org.kaiyuan.services;

import java.util.List;
import org.kaiyuan.platform.tenancy.TenantEvent;
import org.kaiyuan.platform.tenancy.TenantId;

/** Days of some cases come near or have passed. Many in one event, for each is written down once for everybody who hears it. */
public record CasesDue(TenantId tenantId, List<CaseDue> cases) implements TenantEvent {
    /** So few that what fails and is told anew keeps few others waiting. */
    static final int MOST = 50;

    public CasesDue {
        cases = List.copyOf(cases);
    }
}
