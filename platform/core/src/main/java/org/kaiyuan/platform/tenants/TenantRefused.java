package org.kaiyuan.platform.tenants;

import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal;

/** What somebody wanted of a tenant cannot be; the sentence says why and what to do. */
public final class TenantRefused extends Refusal {
    private final Kind kind;

    public TenantRefused(String messageKey, @Nullable Object... arguments) {
        this(Kind.INVALID, messageKey, arguments);
    }

    public TenantRefused(Kind kind, String messageKey, @Nullable Object... arguments) {
        super(messageKey, arguments);
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
