package org.kaiyuan.platform.views;

import org.kaiyuan.platform.refusal.Refusal;

/** 「您已有名为“{0}”的视图…」 */
public final class ViewNameTaken extends Refusal {
    ViewNameTaken(String name) {
        super("views.refusal.nameTaken", name);
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
