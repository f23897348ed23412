package org.kaiyuan.plots;

import org.kaiyuan.platform.refusal.Refusal;

/** 「有人刚刚修改了…」: a contract, its facts or the zone's rules are not any more what somebody saw. */
public final class SupplyChangedMeanwhile extends Refusal {
    public SupplyChangedMeanwhile() {
        super("plots.refusal.supplyChangedMeanwhile");
    }

    @Override
    public Kind kind() {
        return Kind.STALE;
    }
}
