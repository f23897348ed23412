package org.kaiyuan.platform.jobs;

import org.kaiyuan.platform.refusal.Refusal;

/** Why a job cannot be cancelled. */
public final class JobRefused extends Refusal {
    JobRefused(String messageKey) {
        super(messageKey);
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
