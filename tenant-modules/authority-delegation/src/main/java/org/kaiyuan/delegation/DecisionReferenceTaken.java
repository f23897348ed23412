package org.kaiyuan.delegation;

import org.kaiyuan.platform.refusal.Refusal;

/** 「编号“{0}”已登记…」. */
public final class DecisionReferenceTaken extends Refusal {
    public DecisionReferenceTaken(String reference) {
        super("delegation.use.refusal.referenceTaken", reference);
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
