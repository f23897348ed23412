package org.kaiyuan.leads;

import org.kaiyuan.platform.refusal.Refusal;

/** 「有人刚刚修改了招商规则…」 */
public final class LeadRulesChangedMeanwhile extends Refusal {
    public LeadRulesChangedMeanwhile() {
        super("leads.refusal.rulesChangedMeanwhile");
    }

    @Override
    public Kind kind() {
        return Kind.STALE;
    }
}
