package org.kaiyuan.delegation;

import java.util.List;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.audit.ChangedMeanwhile;

/** 「{0}刚刚修改了这个事项…」. */
public final class MatterChangedMeanwhile extends ChangedMeanwhile {
    public MatterChangedMeanwhile(long version, List<ChangeEntry> changes) {
        super("delegation.refusal.matterChanged", version, changes);
    }
}
