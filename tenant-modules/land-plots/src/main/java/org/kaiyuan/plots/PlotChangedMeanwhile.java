package org.kaiyuan.plots;

import java.util.List;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.refusal.Refusal;

/** 「{0}刚刚修改了这块地…」. */
public final class PlotChangedMeanwhile extends Refusal {
    private final long version;
    private final List<ChangeEntry> changes;

    public PlotChangedMeanwhile(long version, List<ChangeEntry> changes) {
        super(
                changes.isEmpty() ? "plots.refusal.changedSince" : "plots.refusal.changedMeanwhile",
                changes.isEmpty() ? "" : changes.getLast().actorName());
        this.version = version;
        this.changes = List.copyOf(changes);
    }

    @Override
    public Kind kind() {
        return Kind.STALE;
    }

    /** The version that is stored now. */
    public long version() {
        return version;
    }

    /** What others changed since, oldest first. */
    public List<ChangeEntry> changes() {
        return changes;
    }
}
