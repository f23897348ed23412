package org.kaiyuan.leads;

import org.kaiyuan.platform.refusal.Refusal;

/** 「这场招商活动刚刚被他人修改…」. */
public final class FairChangedMeanwhile extends Refusal {
    public FairChangedMeanwhile() {
        super("leads.refusal.fairChangedMeanwhile");
    }

    @Override
    public Kind kind() {
        return Kind.STALE;
    }
}
