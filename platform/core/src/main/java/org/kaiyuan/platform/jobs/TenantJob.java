package org.kaiyuan.platform.jobs;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * One kind of background work, done in the name of one tenant by the system.
 *
 * <p>It may be begun again after a crash and must then either go on or begin anew; it keeps its own
 * state, its progress and the wish to cancel it in a table of its module.
 */
public interface TenantJob {
    /** Stable name, such as {@code enterprises.import}: it is stored. */
    String kind();

    /** Runs on a thread of the scheduler, without a transaction, with the job's tenant current. */
    void run(UUID jobId);

    /**
     * What these are about and how far they are, for people; those of which it cannot say are left out. In a
     * transaction of their zone, and in one statement: there may be many under way.
     */
    default Map<UUID, JobReport> reports(Collection<UUID> jobIds) {
        return Map.of();
    }

    /**
     * Somebody wishes that it ends, also before it has begun. In a transaction of its zone.
     *
     * @return false for a kind that cannot be ended
     */
    default boolean cancel(UUID jobId) {
        return false;
    }
}
