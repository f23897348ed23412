package org.kaiyuan.delegation;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这份清单…」: there is none, or it is another zone's. */
public final class UnknownList extends NotThere {
    public UnknownList() {
        super("delegation.refusal.unknownList");
    }
}
