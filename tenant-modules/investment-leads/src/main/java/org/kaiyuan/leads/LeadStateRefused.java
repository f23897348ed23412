package org.kaiyuan.leads;

import org.kaiyuan.platform.refusal.Refusal;

/** 「处于“{0}”的线索不能…」: not in this state. */
public final class LeadStateRefused extends Refusal {
    public LeadStateRefused(LeadState now) {
        super("leads.refusal.state", now);
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
