package org.kaiyuan.leads;

import org.kaiyuan.platform.refusal.Refusal;

/** 「您名下未签约线索已达{0}条…」. */
public final class ClaimLimitReached extends Refusal {
    public ClaimLimitReached(int limit) {
        super("leads.refusal.claimLimit", limit);
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
