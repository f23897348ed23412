package org.kaiyuan.delegation;

import org.kaiyuan.platform.refusal.Refusal;

/** 「已有名为“{0}”的清单…」. */
public final class ListTitleTaken extends Refusal {
    public ListTitleTaken(String title) {
        super("delegation.refusal.titleTaken", title);
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
