package org.kaiyuan.plots;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这条预留…」: there is none, or it is another zone's. */
public final class UnknownReservation extends NotThere {
    public UnknownReservation() {
        super("plots.refusal.unknownReservation");
    }
}
