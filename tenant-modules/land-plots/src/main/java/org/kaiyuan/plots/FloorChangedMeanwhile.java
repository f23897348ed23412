package org.kaiyuan.plots;

import java.util.List;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.audit.ChangedMeanwhile;

/** 「{0}刚刚修改了这条记录…」, of buildings, units and leases. */
public final class FloorChangedMeanwhile extends ChangedMeanwhile {
    public FloorChangedMeanwhile(long version, List<ChangeEntry> changes) {
        super(
                changes.isEmpty()
                        ? "plots.refusal.floorChangedSince"
                        : "plots.refusal.floorChangedMeanwhile",
                version,
                changes);
    }
}
