package org.kaiyuan.delegation;

import java.util.List;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.audit.ChangedMeanwhile;

/** 「{0}刚刚修改了公开设置…」. */
public final class ShowingChangedMeanwhile extends ChangedMeanwhile {
    public ShowingChangedMeanwhile(long version, List<ChangeEntry> changes) {
        super("delegation.refusal.showingChanged", version, changes);
    }
}
