package org.kaiyuan.leads;

import org.kaiyuan.platform.refusal.Refusal;

/** 「这条协调记录已经办结…」. */
public final class CoordinationSettled extends Refusal {
    public CoordinationSettled() {
        super("leads.refusal.coordinationSettled");
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
