package org.kaiyuan.platform.records;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这条记录…」: there is none, it is another zone's, or the person may not see it. */
public final class UnknownRecord extends NotThere {
    public UnknownRecord() {
        super("records.refusal.unknown");
    }
}
