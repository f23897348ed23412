package org.kaiyuan.enterprises;

import org.kaiyuan.platform.refusal.Refusal;

/** 「没有找到企业名称列」 and its kin: what the columns are said to hold cannot be. */
public final class ImportColumnsRefused extends Refusal {
    /** No column holds names. */
    public ImportColumnsRefused() {
        super("enterprises.refusal.importColumns");
    }

    ImportColumnsRefused(String why, Object what) {
        super("enterprises.refusal.importColumns." + why, what);
    }

    /** What a client says of the columns is no JSON object of texts. */
    public static ImportColumnsRefused unreadable() {
        return new ImportColumnsRefused("unreadable", "");
    }
}
