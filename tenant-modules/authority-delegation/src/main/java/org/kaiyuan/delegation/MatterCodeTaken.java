package org.kaiyuan.delegation;

import org.kaiyuan.platform.refusal.Refusal;

/** 「事项编码“{0}”已有…」. */
public final class MatterCodeTaken extends Refusal {
    public MatterCodeTaken(String code) {
        super("delegation.refusal.codeTaken", code);
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
