package org.kaiyuan.enterprises;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这个视图」: also where it is a colleague's or another zone's. */
public final class UnknownSavedView extends NotThere {
    public UnknownSavedView() {
        super("enterprises.refusal.unknownSavedView");
    }
}
