package org.kaiyuan.plots;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这项待办…」: there is none, it is another zone's, or somebody has done it. */
public final class UnknownReservationTask extends NotThere {
    public UnknownReservationTask() {
        super("plots.refusal.unknownTask");
    }
}
