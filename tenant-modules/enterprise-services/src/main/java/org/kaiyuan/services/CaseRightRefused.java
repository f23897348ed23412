package org.kaiyuan.services;

import org.kaiyuan.platform.refusal.Refusal;

/** 「您所在企业的管理员没有授予您{0}的权限…」: they stand for the enterprise, and it does not let them. */
public final class CaseRightRefused extends Refusal {
    public CaseRightRefused(ColleagueRight right) {
        super("services.refusal.right", right);
    }

    /** For what administrators of an enterprise alone do. */
    public static CaseRightRefused ofAdministrators() {
        return new CaseRightRefused();
    }

    private CaseRightRefused() {
        super("services.refusal.administrators");
    }

    @Override
    public Kind kind() {
        return Kind.FORBIDDEN;
    }
}
