package org.kaiyuan.delegation;

import java.util.List;
import java.util.UUID;
import org.kaiyuan.platform.tenancy.TenantEvent;
import org.kaiyuan.platform.tenancy.TenantId;

/**
 * Matters of a zone's catalogue are new or say something else.
 *
 * @param matters their ids, at most 500
 */
public record MattersChanged(TenantId tenantId, List<UUID> matters) implements TenantEvent {
    public MattersChanged {
        matters = List.copyOf(matters);
    }
}
