package org.kaiyuan.delegation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.kaiyuan.platform.tenancy.TenantEvent;
import org.kaiyuan.platform.tenancy.TenantId;

/**
 * A supervisor has published an answer, and this is all that the park is told of it.
 *
 * @param tenantId the park, in whose name it is written down
 * @param files of the supervisor, to be copied
 */
public record PowerAnswerTold(
        TenantId tenantId,
        TenantId supervisor,
        UUID request,
        UUID answer,
        int round,
        AnswerStep step,
        PowerAnswerNote note,
        Instant publishedAt,
        List<UUID> files)
        implements TenantEvent {
    public PowerAnswerTold {
        files = List.copyOf(files);
    }
}
