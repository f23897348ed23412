package org.kaiyuan.platform.audit;

import org.kaiyuan.platform.refusal.Refusal;

/** 「链头应为…」 */
public final class HeadRefused extends Refusal {
    HeadRefused() {
        super("audit.refusal.head");
    }
}
