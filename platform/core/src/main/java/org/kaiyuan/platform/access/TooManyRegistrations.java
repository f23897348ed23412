package org.kaiyuan.platform.access;

import org.kaiyuan.platform.refusal.Refusal;

/** 「此网络地址的注册次数过多…」 */
public final class TooManyRegistrations extends Refusal {
    public TooManyRegistrations() {
        super("access.refusal.registrations");
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
