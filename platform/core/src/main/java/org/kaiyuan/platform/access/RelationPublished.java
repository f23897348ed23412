package org.kaiyuan.platform.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.TenantEvent;
import org.kaiyuan.platform.tenancy.TenantId;

/**
 * A tenant has begun or ended a relation, and this is what its partner is told.
 *
 * @param tenantId the partner, in whose name it is written down
 * @param giver who began it
 * @param endedAt null while it goes on
 */
public record RelationPublished(
        TenantId tenantId,
        UUID relation,
        RelationKind kind,
        TenantId giver,
        String giverName,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        String document,
        @Nullable Instant endedAt)
        implements TenantEvent {}
