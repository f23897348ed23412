package org.kaiyuan.plots;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这份租赁合同…」: there is none, or it is another zone's. */
public final class UnknownLease extends NotThere {
    public UnknownLease() {
        super("plots.refusal.unknownLease");
    }
}
