package org.kaiyuan.platform.access;

import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal;

/** A role cannot be so, or cannot be given so; the sentence says why and who can. */
public final class RoleRefused extends Refusal {
    public RoleRefused(String messageKey, @Nullable Object... arguments) {
        super(messageKey, arguments);
    }

    @Override
    public Kind kind() {
        return messageKey().endsWith(".changed") ? Kind.STALE : Kind.INVALID;
    }
}
