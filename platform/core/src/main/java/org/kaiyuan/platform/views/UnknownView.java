package org.kaiyuan.platform.views;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这个视图…」: also where it is a colleague's or another zone's. */
public final class UnknownView extends NotThere {
    public UnknownView() {
        super("views.refusal.unknown");
    }
}
