package org.kaiyuan.leads;

import org.kaiyuan.platform.refusal.Refusal;

/** 「放行需要说明理由并附上一份文件」. */
public final class OverrideRefused extends Refusal {
    public OverrideRefused() {
        super("leads.refusal.override");
    }
}
