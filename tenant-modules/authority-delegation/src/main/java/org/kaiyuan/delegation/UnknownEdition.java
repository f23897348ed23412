package org.kaiyuan.delegation;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这个版本…」: there is none of that number, or the list is another zone's. */
public final class UnknownEdition extends NotThere {
    public UnknownEdition() {
        super("delegation.refusal.unknownEdition");
    }
}
