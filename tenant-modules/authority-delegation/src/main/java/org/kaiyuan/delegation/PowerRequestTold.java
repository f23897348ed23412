package org.kaiyuan.delegation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.TenantEvent;
import org.kaiyuan.platform.tenancy.TenantId;

/**
 * A park has sent a request, sent it again or taken it back, and this is all that its supervisor is told of it.
 *
 * @param tenantId the supervisor, in whose name it is written down
 * @param zone who asks
 * @param number of the message: the one with the largest counts, in whatever order they come
 * @param round how often it was sent
 * @param files of the zone, to be copied
 */
public record PowerRequestTold(
        TenantId tenantId,
        TenantId zone,
        String zoneName,
        String supervisorName,
        UUID request,
        long number,
        int round,
        PowerRequestDraft said,
        Instant sentAt,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnWhy,
        List<UUID> files)
        implements TenantEvent {
    public PowerRequestTold {
        files = List.copyOf(files);
    }
}
