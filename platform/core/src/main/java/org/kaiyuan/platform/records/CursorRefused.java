package org.kaiyuan.platform.records;

import org.kaiyuan.platform.refusal.Refusal;

/** 「翻页标记无效…」. */
public final class CursorRefused extends Refusal {
    public CursorRefused() {
        super("records.refusal.cursor");
    }
}
