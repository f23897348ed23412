package org.kaiyuan.leads;

import java.util.UUID;
import org.kaiyuan.platform.tenancy.TenantEvent;
import org.kaiyuan.platform.tenancy.TenantId;

/** A batch of leads came or changed: an import, its undo, a bulk act. */
public record LeadsImported(TenantId tenantId, UUID batchId) implements TenantEvent {}
