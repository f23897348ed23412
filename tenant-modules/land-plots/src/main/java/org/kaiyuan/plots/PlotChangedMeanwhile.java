package org.kaiyuan.plots;

import java.util.List;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.audit.ChangedMeanwhile;

/** 「{0}刚刚修改了这块地…」. */
public final class PlotChangedMeanwhile extends ChangedMeanwhile {
    public PlotChangedMeanwhile(long version, List<ChangeEntry> changes) {
        super(
                changes.isEmpty() ? "plots.refusal.changedSince" : "plots.refusal.changedMeanwhile",
                version,
                changes);
    }
}
