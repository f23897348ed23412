package org.kaiyuan.services;

import java.util.List;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.audit.ChangedMeanwhile;

/** 「{0}刚刚修改了这条记录…」: a service, a draft or a case. */
public final class ServicesChangedMeanwhile extends ChangedMeanwhile {
    public ServicesChangedMeanwhile(long version, List<ChangeEntry> changes) {
        super("services.refusal.changed", version, changes);
    }
}
