package org.kaiyuan.plots;

import java.util.List;
import org.kaiyuan.platform.audit.ChangedMeanwhile;

/** 「有人刚刚修改了…」: a contract, its facts or the zone's rules are not any more what somebody saw. */
public final class SupplyChangedMeanwhile extends ChangedMeanwhile {
    /** @param version the one that is stored now, or at least the next after the one that was seen */
    public SupplyChangedMeanwhile(long version) {
        super("plots.refusal.supplyChangedMeanwhile", version, List.of());
    }
}
