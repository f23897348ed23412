package org.kaiyuan.plots;

import org.kaiyuan.platform.refusal.Refusal;

/** 「这一页已找不到…」: the cursor is not of this list. */
public final class PlotCursorRefused extends Refusal {
    public PlotCursorRefused() {
        super("plots.refusal.cursor");
    }
}
