package org.kaiyuan.leads;

import java.util.List;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.audit.ChangedMeanwhile;

/** 「{0}刚刚修改了这条线索…」. */
public final class LeadChangedMeanwhile extends ChangedMeanwhile {
    public LeadChangedMeanwhile(long version, List<ChangeEntry> changes) {
        this(
                changes.isEmpty() ? "leads.refusal.changedSince" : "leads.refusal.changedMeanwhile",
                version,
                changes);
    }

    private LeadChangedMeanwhile(String key, long version, List<ChangeEntry> changes) {
        super(key, version, changes);
    }

    /** Nothing was typed, so nothing is said of it. */
    static LeadChangedMeanwhile beforeRemoval(long version, List<ChangeEntry> changes) {
        return new LeadChangedMeanwhile(
                changes.isEmpty()
                        ? "leads.refusal.removalOutdated"
                        : "leads.refusal.changedBeforeRemoval",
                version,
                changes);
    }
}
