package org.kaiyuan.platform.notices;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where another system of the zone is told what happens.
 *
 * @param enabled also taken back by us, when it has failed for days
 * @param failingSince null where the newest delivery was taken
 */
public record Webhook(
        UUID id,
        String url,
        List<String> kinds,
        boolean enabled,
        Instant createdAt,
        @Nullable Instant failingSince) {}
