package org.kaiyuan.platform.tenancy;

import org.kaiyuan.platform.refusal.Refusal;

/** 「本园区最多 {0} …」 */
public final class QuotaRefused extends Refusal {
    QuotaRefused(String messageKey, long most) {
        super(messageKey, most);
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
