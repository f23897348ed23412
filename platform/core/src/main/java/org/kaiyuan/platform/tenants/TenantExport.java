package org.kaiyuan.platform.tenants;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An export of everything of a tenant.
 *
 * @param doing the table or holding that is being written
 * @param done how many of {@code total} tables and holdings are written
 * @param bytes size of the archive; null while it is not ready
 * @param sha256 checksum of the archive; null while it is not ready
 * @param incident number of the fault that ended it
 */
public record TenantExport(
        UUID id,
        ExportState state,
        Instant requestedAt,
        String requestedBy,
        @Nullable String doing,
        int done,
        int total,
        long rows,
        @Nullable Long bytes,
        @Nullable String sha256,
        @Nullable Instant finishedAt,
        @Nullable String incident) {}
