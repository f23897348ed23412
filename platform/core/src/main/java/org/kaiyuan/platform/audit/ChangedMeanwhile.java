package org.kaiyuan.platform.audit;

import java.util.List;
import org.kaiyuan.platform.refusal.Refusal;

/** A record is not any more what somebody saw who wants to change it: who changed which fields when, with both values. */
public abstract class ChangedMeanwhile extends Refusal {
    private final transient List<ChangeEntry> changes;
    private final long version;

    /**
     * @param messageKey is given who changed it last; empty where nobody is known
     * @param version the one that is stored now
     * @param changes since the version that the refused change was based on, oldest first
     */
    protected ChangedMeanwhile(String messageKey, long version, List<ChangeEntry> changes) {
        super(messageKey, changes.isEmpty() ? "" : changes.getLast().actorName());
        this.version = version;
        this.changes = List.copyOf(changes);
    }

    @Override
    public final Kind kind() {
        return Kind.STALE;
    }

    /** The version that is stored now. */
    public final long version() {
        return version;
    }

    /** What others changed since, oldest first. */
    public final List<ChangeEntry> changes() {
        return changes;
    }
}
