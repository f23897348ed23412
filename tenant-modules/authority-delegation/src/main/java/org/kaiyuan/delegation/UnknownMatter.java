package org.kaiyuan.delegation;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这个事项…」: there is none, or it is another zone's. */
public final class UnknownMatter extends NotThere {
    public UnknownMatter() {
        super("delegation.refusal.unknownMatter");
    }
}
