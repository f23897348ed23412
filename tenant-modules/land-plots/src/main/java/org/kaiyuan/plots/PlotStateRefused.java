package org.kaiyuan.plots;

import org.kaiyuan.platform.refusal.Refusal;

/** 「{0}的地块不能变更为{1}」. */
public final class PlotStateRefused extends Refusal {
    public PlotStateRefused(PlotState now, PlotState wanted) {
        super("plots.refusal.state", now, wanted);
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
