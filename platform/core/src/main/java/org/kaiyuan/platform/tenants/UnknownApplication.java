package org.kaiyuan.platform.tenants;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这份申请…」 */
public final class UnknownApplication extends NotThere {
    public UnknownApplication() {
        super("tenants.refusal.application.unknown");
    }
}
