package org.kaiyuan.platform.tenancy;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这个园区…」 */
public final class UnknownTenant extends NotThere {
    public UnknownTenant() {
        super("tenancy.refusal.unknown");
    }
}
