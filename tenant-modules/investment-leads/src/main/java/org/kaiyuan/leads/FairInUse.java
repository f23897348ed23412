package org.kaiyuan.leads;

import org.kaiyuan.platform.refusal.Refusal;

/** 「有线索来自这场活动,不能删除…」: how many is not said, for some may be confidential. */
public final class FairInUse extends Refusal {
    public FairInUse() {
        super("leads.refusal.fairInUse");
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
