package org.kaiyuan.leads;

import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal;

/** 「这条线索已由{0}领取」: somebody was quicker, or it is not in the pool. */
public final class LeadTaken extends Refusal {
    public LeadTaken(@Nullable String by) {
        super("leads.refusal.taken", by == null ? "" : by);
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
