package org.kaiyuan.leads;

import org.kaiyuan.platform.refusal.Refusal;

/** 「请写明原因…」: a reason of 2 to 500 characters is wanted. */
public final class LeadReasonRefused extends Refusal {
    public LeadReasonRefused() {
        super("leads.refusal.reason");
    }
}
