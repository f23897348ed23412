package org.kaiyuan.platform.jobs;

import org.kaiyuan.platform.refusal.Refusal;

/** There is no such job, or it is another zone's. */
public final class UnknownJob extends Refusal {
    UnknownJob() {
        super("jobs.refusal.unknown");
    }

    @Override
    public Kind kind() {
        return Kind.NOT_THERE;
    }
}
