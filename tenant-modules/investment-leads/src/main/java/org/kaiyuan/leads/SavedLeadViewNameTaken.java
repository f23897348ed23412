package org.kaiyuan.leads;

import org.kaiyuan.platform.refusal.Refusal;

/** 「您已有名为“{0}”的视图…」 */
public final class SavedLeadViewNameTaken extends Refusal {
    public SavedLeadViewNameTaken(String name) {
        super("leads.refusal.savedViewNameTaken", name);
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
