package org.kaiyuan.enterprises;

import org.kaiyuan.platform.refusal.Refusal;

/** 「不能导出为“{0}”…」 */
public final class ExportFormatRefused extends Refusal {
    public ExportFormatRefused(String format) {
        super("enterprises.refusal.exportFormat", format);
    }
}
