package org.kaiyuan.platform.audit;

import org.kaiyuan.platform.refusal.Refusal;

/** 「翻页位置无法识别…」 */
public final class CursorRefused extends Refusal {
    CursorRefused() {
        super("audit.refusal.cursor");
    }
}
