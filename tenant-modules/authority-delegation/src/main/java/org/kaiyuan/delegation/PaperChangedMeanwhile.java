package org.kaiyuan.delegation;

import java.util.List;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.audit.ChangedMeanwhile;

/** 「{0}刚刚修改了这份文件…」. */
public final class PaperChangedMeanwhile extends ChangedMeanwhile {
    public PaperChangedMeanwhile(long version, List<ChangeEntry> changes) {
        super("delegation.refusal.paperChanged", version, changes);
    }
}
