package org.kaiyuan.delegation;

import org.kaiyuan.platform.refusal.Refusal;

/** 「已公布的清单依据“{0}”…」: what is published does not change, nor what it rests on. */
public final class PaperFixed extends Refusal {
    public PaperFixed(String number) {
        super("delegation.refusal.paperFixed", number);
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
