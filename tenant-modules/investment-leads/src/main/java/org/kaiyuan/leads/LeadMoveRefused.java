package org.kaiyuan.leads;

import org.kaiyuan.platform.refusal.Refusal;

/** 「不能从“{0}”回到“{1}”…」: a step back that is not allowed, or to where it is. */
public final class LeadMoveRefused extends Refusal {
    public LeadMoveRefused(LeadStage now, LeadStage wanted) {
        super("leads.refusal.move", now, wanted);
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
