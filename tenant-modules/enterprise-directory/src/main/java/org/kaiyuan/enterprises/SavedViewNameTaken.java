package org.kaiyuan.enterprises;

import org.kaiyuan.platform.refusal.Refusal;

/** 「您已有名为“{0}”的视图…」 */
public final class SavedViewNameTaken extends Refusal {
    public SavedViewNameTaken(String name) {
        super("enterprises.refusal.savedViewNameTaken", name);
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
