package org.kaiyuan.platform.records;

import org.kaiyuan.platform.refusal.Refusal;

/** 「您只能查看“{0}”…」: who may only read a record may not hang anything on it. */
public final class RecordChangeRefused extends Refusal {
    public RecordChangeRefused(String title) {
        super("records.refusal.change", title);
    }

    @Override
    public Kind kind() {
        return Kind.FORBIDDEN;
    }
}
