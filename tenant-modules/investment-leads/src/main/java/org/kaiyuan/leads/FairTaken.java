package org.kaiyuan.leads;

import java.time.LocalDate;
import org.kaiyuan.platform.refusal.Refusal;

/** 「{1} 已有名为“{0}”的招商活动…」. */
public final class FairTaken extends Refusal {
    public FairTaken(String name, LocalDate heldOn) {
        super("leads.refusal.fairTaken", name, heldOn.toString());
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
