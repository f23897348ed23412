package org.kaiyuan.delegation;

import java.util.List;
import java.util.UUID;
import org.kaiyuan.platform.tenancy.TenantEvent;
import org.kaiyuan.platform.tenancy.TenantId;

/**
 * What a zone shows is not what it was.
 *
 * @param brought what came, list by list
 * @param taken whether something went as well
 */
public record ShelfChanged(TenantId tenantId, List<Brought> brought, boolean taken)
        implements TenantEvent {
    /** Editions that came, those after the first number up to the second. */
    public record Brought(UUID list, int after, int upTo) {}
}
