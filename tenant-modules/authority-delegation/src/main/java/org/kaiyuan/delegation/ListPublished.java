package org.kaiyuan.delegation;

import java.time.Instant;
import java.util.UUID;
import org.kaiyuan.platform.tenancy.TenantEvent;
import org.kaiyuan.platform.tenancy.TenantId;

/**
 * A list has a new edition.
 *
 * @param number of the edition, counted from 1
 */
public record ListPublished(
        TenantId tenantId, UUID list, PowerListKind kind, int number, Instant publishedAt)
        implements TenantEvent {}
