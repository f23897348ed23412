package org.kaiyuan.platform.jobs;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One job of the zone.
 *
 * @param kind such as {@code enterprises.import}
 * @param path of the page that tells more
 * @param total 0 where nobody knows
 * @param cancelWanted somebody wished to end it; it ends as soon as it can
 */
public record JobLine(
        UUID id,
        String kind,
        String title,
        @Nullable String path,
        String username,
        String actorName,
        JobState state,
        long done,
        long total,
        boolean cancelWanted,
        Instant submittedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {}
