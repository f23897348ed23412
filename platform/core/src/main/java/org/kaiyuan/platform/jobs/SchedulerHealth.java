package org.kaiyuan.platform.jobs;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the scheduler does, over all nodes; of what zones do there are numbers only.
 *
 * @param waiting not due yet, recurring work among it
 * @param due to be begun by now
 * @param failing tried again after failures
 * @param oldestDue since when the oldest has been due; null where nothing is
 * @param recurring what is done again and again
 */
public record SchedulerHealth(
        long waiting,
        long due,
        long running,
        long failing,
        @Nullable Instant oldestDue,
        List<String> nodes,
        List<Recurring> recurring) {

    /**
     * Work that is done again and again, by one node each time.
     *
     * @param lastSuccess null where it has not run yet
     */
    public record Recurring(
            String name,
            Instant next,
            @Nullable Instant lastSuccess,
            @Nullable Instant lastFailure,
            int failuresInARow) {}
}
