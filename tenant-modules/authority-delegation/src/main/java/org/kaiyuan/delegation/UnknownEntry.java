package org.kaiyuan.delegation;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这一条…」: there is none, or it is another zone's. */
public final class UnknownEntry extends NotThere {
    public UnknownEntry() {
        super("delegation.refusal.unknownEntry");
    }
}
