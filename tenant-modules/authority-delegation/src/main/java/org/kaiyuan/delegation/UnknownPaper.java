package org.kaiyuan.delegation;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这份文件…」: there is none, or it is another zone's. */
public final class UnknownPaper extends NotThere {
    public UnknownPaper() {
        super("delegation.refusal.unknownPaper");
    }
}
