package org.kaiyuan.delegation;

import org.kaiyuan.platform.refusal.Refusal;

/** 「{1} 年度“{0}”的评估报告已定稿…」, or it cannot be closed yet. */
public final class EvaluationRefused extends Refusal {
    private EvaluationRefused(String key, Object... arguments) {
        super("delegation.use.refusal." + key, arguments);
    }

    static EvaluationRefused closed(int year, String authority) {
        return new EvaluationRefused("evaluationClosed", authority, String.valueOf(year));
    }

    static EvaluationRefused missing(int many) {
        return new EvaluationRefused("evaluationMissing", many);
    }

    static EvaluationRefused nothing() {
        return new EvaluationRefused("evaluationNothing");
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
