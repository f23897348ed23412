package org.kaiyuan.delegation;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这份赋权需求…」: there is none, or it is another zone's. */
public final class UnknownPowerRequest extends NotThere {
    public UnknownPowerRequest() {
        super("delegation.use.refusal.unknownRequest");
    }
}
