package org.kaiyuan.plots;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这条记录…」: an instalment, a stop, an idle case or its measure; or it is another zone's. */
public final class UnknownSupplyPart extends NotThere {
    public UnknownSupplyPart() {
        super("plots.refusal.unknownSupplyPart");
    }
}
