package org.kaiyuan.delegation;

import org.kaiyuan.platform.refusal.Refusal;

/** 「{0}刚刚修改了这一条…」. */
public final class EntryChangedMeanwhile extends Refusal {
    public EntryChangedMeanwhile(String who) {
        super("delegation.refusal.entryChanged", who);
    }

    @Override
    public Kind kind() {
        return Kind.STALE;
    }
}
