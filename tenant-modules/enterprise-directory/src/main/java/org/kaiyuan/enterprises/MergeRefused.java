package org.kaiyuan.enterprises;

import org.kaiyuan.platform.refusal.Refusal;

/** 「这两条记录不能合并…」: a record with itself, or one that was merged into a third. */
public final class MergeRefused extends Refusal {
    public MergeRefused() {
        super("enterprises.refusal.merge");
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
