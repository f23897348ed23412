package org.kaiyuan.enterprises;

import org.kaiyuan.platform.refusal.Refusal;

/** 「视图没有保存：有筛选条件过长或数值不合理…」 */
public final class SavedViewQuestionRefused extends Refusal {
    public SavedViewQuestionRefused() {
        super("enterprises.refusal.savedViewQuestion");
    }
}
