package org.kaiyuan.leads;

import org.kaiyuan.platform.refusal.Refusal;

/** 「不能导出为…」: only XLSX and CSV. */
public final class LeadExportFormatRefused extends Refusal {
    public LeadExportFormatRefused(String format) {
        super("leads.refusal.exportFormat", format);
    }
}
