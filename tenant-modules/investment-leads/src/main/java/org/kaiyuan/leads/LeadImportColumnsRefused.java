package org.kaiyuan.leads;

import org.kaiyuan.platform.refusal.Refusal;

/** 「没有找到项目名称列」 and its kin: what the columns are said to hold cannot be. */
public final class LeadImportColumnsRefused extends Refusal {
    /** No column holds project names. */
    public LeadImportColumnsRefused() {
        super("leads.refusal.importColumns");
    }

    LeadImportColumnsRefused(String why, Object what) {
        super("leads.refusal.importColumns." + why, what);
    }

    /** What a client says of the columns is no JSON object of texts. */
    public static LeadImportColumnsRefused unreadable() {
        return new LeadImportColumnsRefused("unreadable", "");
    }
}
