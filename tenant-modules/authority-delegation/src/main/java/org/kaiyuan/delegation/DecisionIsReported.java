package org.kaiyuan.delegation;

import org.kaiyuan.platform.refusal.Refusal;

/** 「这条办件由业务系统报送…」: who told it changes it; only a review's outcome is entered by hand. */
public final class DecisionIsReported extends Refusal {
    public DecisionIsReported() {
        super("delegation.use.refusal.reported");
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
