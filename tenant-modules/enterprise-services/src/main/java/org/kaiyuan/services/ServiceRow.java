package org.kaiyuan.services;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.MatterId;

/**
 * A service in a list.
 *
 * @param code that people call it by, unique in the zone
 * @param edition that counts; null where none was published
 * @param hasDraft whether a next edition is being written
 */
public record ServiceRow(
        ServiceId id,
        String code,
        ServiceTrack track,
        ServiceState state,
        String title,
        List<String> topics,
        @Nullable MatterId matter,
        @Nullable Integer edition,
        boolean hasDraft,
        Instant updatedAt,
        long version) {
    public ServiceRow {
        topics = List.copyOf(topics);
    }
}
