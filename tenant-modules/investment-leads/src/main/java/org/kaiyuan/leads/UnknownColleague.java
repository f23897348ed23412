package org.kaiyuan.leads;

import org.kaiyuan.platform.refusal.Refusal;

/** 「本园区没有名为{0}的可用账号」. */
public final class UnknownColleague extends Refusal {
    public UnknownColleague(String username) {
        super("leads.refusal.colleague", username);
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
