package org.kaiyuan.leads;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这个视图」: also where it is a colleague's or another zone's. */
public final class UnknownSavedLeadView extends NotThere {
    public UnknownSavedLeadView() {
        super("leads.refusal.unknownSavedView");
    }
}
