package org.kaiyuan.platform.tenancy;

import org.kaiyuan.platform.refusal.Refusal;

/** 「“德阳经开区”刚被他人修改…」 */
public final class TenantChangedMeanwhile extends Refusal {
    public TenantChangedMeanwhile(String name) {
        super("tenancy.refusal.changed", name);
    }

    @Override
    public Kind kind() {
        return Kind.STALE;
    }
}
