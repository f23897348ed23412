package org.kaiyuan.platform.imports;

import org.kaiyuan.platform.refusal.Refusal;

/** 「没有找到企业名称列」 and its kin: what the columns are said to hold cannot be. */
public final class ImportColumnsRefused extends Refusal {
    /** @param messageKey {@code imports.refusal.columns.…}, or of the module whose columns they are */
    public ImportColumnsRefused(String messageKey, Object what) {
        super(messageKey, what);
    }

    /** The API has no field of that name. */
    public static ImportColumnsRefused unknownField(String name) {
        return new ImportColumnsRefused("imports.refusal.columns.unknownField", name);
    }
}
