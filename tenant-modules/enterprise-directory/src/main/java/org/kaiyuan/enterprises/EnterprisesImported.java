package org.kaiyuan.enterprises;

import java.util.UUID;
import org.kaiyuan.platform.tenancy.TenantEvent;
import org.kaiyuan.platform.tenancy.TenantId;

/**
 * A whole batch was written: the one event of an import, an undo of it, or a bulk change.
 *
 * @param importId what {@code enterprises.batch_touch} lists the touched enterprises under, as batch_id
 */
public record EnterprisesImported(TenantId tenantId, UUID importId) implements TenantEvent {}
