package org.kaiyuan.platform.tenancy;

import org.kaiyuan.platform.refusal.Refusal;

/** 「“德阳经开区”现在是“已注销”，不能变更为“启用”…」 */
public final class TenantStateRefused extends Refusal {
    public TenantStateRefused(String name, TenantState now, TenantState wanted) {
        super("tenancy.refusal.state", name, now, wanted);
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
