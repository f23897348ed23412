package org.kaiyuan.leads;

import org.kaiyuan.platform.refusal.Refusal;

/** 「翻页标记无效…」. */
public final class LeadCursorRefused extends Refusal {
    public LeadCursorRefused() {
        super("leads.refusal.cursor");
    }
}
