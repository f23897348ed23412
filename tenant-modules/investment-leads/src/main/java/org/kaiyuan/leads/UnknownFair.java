package org.kaiyuan.leads;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这场招商活动…」. */
public final class UnknownFair extends NotThere {
    public UnknownFair() {
        super("leads.refusal.unknownFair");
    }
}
