package org.kaiyuan.leads;

import org.kaiyuan.platform.refusal.Refusal;

/** 「不能从“{0}”变更为“{1}”…」: a step back that is not allowed, or one that somebody else was quicker with. */
public final class LeadMoveRefused extends Refusal {
    private final LeadStage now;

    /** @param now where it stands, which may be where it was wanted */
    public LeadMoveRefused(LeadStage now, LeadStage wanted) {
        this(now == wanted ? "leads.refusal.there" : "leads.refusal.move", now, wanted);
    }

    private LeadMoveRefused(String key, LeadStage now, LeadStage wanted) {
        super(key, now, wanted);
        this.now = now;
    }

    /** It was moved after the person had seen it, in another tab or by somebody else. */
    static LeadMoveRefused meanwhile(LeadStage now, LeadStage wanted) {
        return new LeadMoveRefused(
                now == wanted ? "leads.refusal.there" : "leads.refusal.movedMeanwhile",
                now,
                wanted);
    }

    /** Where the lead stands. */
    public LeadStage now() {
        return now;
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
