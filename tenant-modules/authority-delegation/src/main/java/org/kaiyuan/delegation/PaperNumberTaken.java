package org.kaiyuan.delegation;

import org.kaiyuan.platform.refusal.Refusal;

/** 「已登记文号为“{0}”的文件…」. */
public final class PaperNumberTaken extends Refusal {
    public PaperNumberTaken(String number) {
        super("delegation.refusal.paperTaken", number);
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
