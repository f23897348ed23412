package org.kaiyuan.enterprises;

import org.kaiyuan.platform.refusal.Refusal;

/** 「视图名称应为 1 至 60 个字…」 */
public final class SavedViewRefused extends Refusal {
    public SavedViewRefused(int most) {
        super("enterprises.refusal.savedView", most);
    }
}
