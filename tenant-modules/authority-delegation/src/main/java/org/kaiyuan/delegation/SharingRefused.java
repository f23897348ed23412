package org.kaiyuan.delegation;

import org.kaiyuan.platform.refusal.Refusal;

/** 「共享事项由平台或主管部门发布…」. */
public final class SharingRefused extends Refusal {
    public SharingRefused() {
        super("delegation.refusal.sharing");
    }

    @Override
    public Kind kind() {
        return Kind.FORBIDDEN;
    }
}
