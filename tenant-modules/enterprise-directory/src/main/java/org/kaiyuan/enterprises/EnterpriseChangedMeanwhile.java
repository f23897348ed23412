package org.kaiyuan.enterprises;

import java.util.List;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.refusal.Refusal;

/** 「{0}已在您编辑期间修改了这家企业…」: who changed which fields when, with both values. */
public final class EnterpriseChangedMeanwhile extends Refusal {
    private final transient List<ChangeEntry> changes;
    private final long version;

    public EnterpriseChangedMeanwhile(long version, List<ChangeEntry> changes) {
        super(
                "enterprises.refusal.changedMeanwhile",
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

    /** What others changed since the version that the refused revision was based on, oldest first. */
    public List<ChangeEntry> changes() {
        return changes;
    }
}
