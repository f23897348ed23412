package org.kaiyuan.enterprises;

import java.util.List;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.audit.ChangedMeanwhile;

/** 「{0}已在您编辑期间修改了这家企业…」: who changed which fields when, with both values. */
public final class EnterpriseChangedMeanwhile extends ChangedMeanwhile {
    public EnterpriseChangedMeanwhile(long version, List<ChangeEntry> changes) {
        super("enterprises.refusal.changedMeanwhile", version, changes);
    }
}
