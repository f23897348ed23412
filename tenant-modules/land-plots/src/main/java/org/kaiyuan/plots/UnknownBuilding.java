package org.kaiyuan.plots;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这栋建筑…」: there is none, or it is another zone's. */
public final class UnknownBuilding extends NotThere {
    public UnknownBuilding() {
        super("plots.refusal.unknownBuilding");
    }
}
