package org.kaiyuan.plots;

import org.kaiyuan.platform.refusal.Refusal;

/** 「地块编号{0}已被使用」. */
public final class PlotNumberTaken extends Refusal {
    public PlotNumberTaken(String number) {
        super("plots.refusal.numberTaken", number);
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
