package org.kaiyuan.delegation;

/** What a list is for. */
public enum PowerListKind {
    /** 权力清单. */
    POWERS,
    /** 责任清单. */
    DUTIES,
    /** 赋权清单. */
    EMPOWERMENT,
    /** 委托清单. */
    ENTRUSTMENT,
    /** 公共服务清单. */
    SERVICES,
    /** 职责边界清单. */
    BOUNDARIES;

    /** Whether its entries say who decides. */
    public boolean holdsPowers() {
        return this == POWERS || this == EMPOWERMENT || this == ENTRUSTMENT;
    }
}
