package org.kaiyuan.platform.tenancy;

import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal;

/** What the register is to say of a tenant is not as it must be; the sentence says how. */
public final class TenantFieldRefused extends Refusal {
    public TenantFieldRefused(String messageKey, @Nullable Object... arguments) {
        super(messageKey, arguments);
    }
}
