package org.kaiyuan.leads;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.TenantEvent;
import org.kaiyuan.platform.tenancy.TenantId;

/**
 * A contract was signed with the investor: the lead has come to 签约.
 *
 * @param signedOn date of the agreement, null where the gate was overridden without one
 */
public record LeadSigned(TenantId tenantId, LeadId leadId, @Nullable LocalDate signedOn)
        implements TenantEvent {}
