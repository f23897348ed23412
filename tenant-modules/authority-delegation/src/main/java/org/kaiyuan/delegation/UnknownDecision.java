package org.kaiyuan.delegation;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这条办件记录…」. */
public final class UnknownDecision extends NotThere {
    public UnknownDecision() {
        super("delegation.use.refusal.unknownDecision");
    }
}
