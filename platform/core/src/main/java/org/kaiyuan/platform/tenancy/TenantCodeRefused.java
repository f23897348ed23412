package org.kaiyuan.platform.tenancy;

import org.kaiyuan.platform.refusal.Refusal;

/** 「“{0}”不能作为租户代码…」 */
public final class TenantCodeRefused extends Refusal {
    public TenantCodeRefused(String code) {
        super("tenancy.refusal.code", code);
    }
}
