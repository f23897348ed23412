package org.kaiyuan.enterprises;

import org.kaiyuan.platform.refusal.Refusal;

/** 「没有找到企业名称列」: no heading names the enterprise. */
public final class ImportColumnsRefused extends Refusal {
    public ImportColumnsRefused() {
        super("enterprises.refusal.importColumns");
    }
}
