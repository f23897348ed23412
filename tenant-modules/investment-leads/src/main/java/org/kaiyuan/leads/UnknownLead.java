package org.kaiyuan.leads;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这条线索…」: there is none, it is another zone's, or it is confidential and not one's own. */
public final class UnknownLead extends NotThere {
    public UnknownLead() {
        super("leads.refusal.unknown");
    }
}
