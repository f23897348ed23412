package org.kaiyuan.plots;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这个单元…」: there is none, or it is another zone's. */
public final class UnknownUnit extends NotThere {
    public UnknownUnit() {
        super("plots.refusal.unknownUnit");
    }
}
