package org.kaiyuan.platform.jobs;

/** What one may be allowed to do with background work. */
public final class JobsPermissions {
    /** Seeing the zone's jobs, and cancelling one's own. */
    public static final String READ = "jobs:read";

    /** Cancelling those of others, too. */
    public static final String CANCEL = "jobs:cancel";

    /** Seeing how the scheduler of the platform does; nothing of what zones do. */
    public static final String OPERATE = "jobs:operate";

    private JobsPermissions() {}
}
