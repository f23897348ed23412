package org.kaiyuan.delegation;

import java.util.List;
import java.util.UUID;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.ChangedMeanwhile;

/** 「{0}刚刚修改了这条记录…」: what is kept of taking over, using, evaluating or asking for a power. */
public final class PowerChangedMeanwhile extends ChangedMeanwhile {
    public PowerChangedMeanwhile(long version, List<ChangeEntry> changes) {
        super("delegation.use.refusal.changed", version, changes);
    }

    /** With what the history tells of it since. */
    static PowerChangedMeanwhile of(ChangeHistory history, UUID subject, long now, long basedOn) {
        return new PowerChangedMeanwhile(
                now, history.newest(subject, (int) Math.clamp(now - basedOn, 1, 50)));
    }
}
