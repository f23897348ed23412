package org.kaiyuan.plots;

import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.plots.ground.Ground.ShapeFaultFound;

/** 「界址线在{0}，{1}处…」: the shape encloses no ground. */
public final class PlotShapeRefused extends Refusal {
    public PlotShapeRefused(ShapeFaultFound fault) {
        super("plots.refusal.shape", fault.fault(), fault.place().y, fault.place().x);
    }
}
