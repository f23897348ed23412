package org.kaiyuan.leads;

import org.kaiyuan.platform.refusal.Refusal;

/** 「已签约的项目不能删除…」. */
public final class SignedLeadStays extends Refusal {
    public SignedLeadStays() {
        super("leads.refusal.signedStays");
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
