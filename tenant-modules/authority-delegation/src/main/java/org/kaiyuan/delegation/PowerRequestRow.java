package org.kaiyuan.delegation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request in a list.
 *
 * @param answered how many steps have answered since it was sent last
 */
public record PowerRequestRow(
        PowerRequestId id,
        RequestSide side,
        String zoneName,
        @Nullable String supervisorName,
        RequestState state,
        @Nullable String matterCode,
        String matterName,
        String originalAuthority,
        @Nullable Integer cases,
        int answered,
        @Nullable Instant sentAt,
        Instant updatedAt) {}
