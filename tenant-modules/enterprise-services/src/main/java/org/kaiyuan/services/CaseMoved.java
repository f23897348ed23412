package org.kaiyuan.services;

import java.util.UUID;
import org.kaiyuan.platform.tenancy.TenantEvent;
import org.kaiyuan.platform.tenancy.TenantId;

/** Something happened to a case that the enterprise or colleagues are told of; {@code event} is its number in the case. */
public record CaseMoved(TenantId tenantId, UUID caseId, int event, CaseAct act)
        implements TenantEvent {}
