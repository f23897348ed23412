package org.kaiyuan.enterprises;

import org.kaiyuan.platform.refusal.Refusal;

/** 「翻页位置无效…」 */
public final class CursorRefused extends Refusal {
    public CursorRefused() {
        super("enterprises.refusal.cursor");
    }
}
