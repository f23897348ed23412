package org.kaiyuan.plots;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这块地…」: there is none, or it is another zone's. */
public final class UnknownPlot extends NotThere {
    public UnknownPlot() {
        super("plots.refusal.unknown");
    }
}
