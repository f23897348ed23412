package org.kaiyuan.plots;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这项权利…」: there is none, or it is another zone's. */
public final class UnknownRight extends NotThere {
    public UnknownRight() {
        super("plots.refusal.unknownRight");
    }
}
