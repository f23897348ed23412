package org.kaiyuan.leads;

import java.util.List;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.refusal.Refusal;

/** 「{0}刚刚修改了这条线索…」. */
public final class LeadChangedMeanwhile extends Refusal {
    private final long version;
    private final List<ChangeEntry> changes;

    public LeadChangedMeanwhile(long version, List<ChangeEntry> changes) {
        this(
                changes.isEmpty() ? "leads.refusal.changedSince" : "leads.refusal.changedMeanwhile",
                version,
                changes);
    }

    private LeadChangedMeanwhile(String key, long version, List<ChangeEntry> changes) {
        super(key, changes.isEmpty() ? "" : changes.getLast().actorName());
        this.version = version;
        this.changes = List.copyOf(changes);
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
