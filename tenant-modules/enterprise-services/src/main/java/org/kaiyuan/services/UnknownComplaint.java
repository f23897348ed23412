package org.kaiyuan.services;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这条投诉…」 */
public final class UnknownComplaint extends NotThere {
    public UnknownComplaint() {
        super("services.refusal.unknownComplaint");
    }
}
