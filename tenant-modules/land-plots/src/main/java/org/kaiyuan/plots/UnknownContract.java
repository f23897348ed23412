package org.kaiyuan.plots;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这份供应合同…」, or it is another zone's. */
public final class UnknownContract extends NotThere {
    public UnknownContract() {
        super("plots.refusal.unknownContract");
    }
}
