package org.kaiyuan.delegation;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这项权力…」: no list that counts grants it to the zone now. */
public final class UnknownPower extends NotThere {
    public UnknownPower() {
        super("delegation.use.refusal.unknownPower");
    }
}
